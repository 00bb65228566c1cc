package dev.gnomon.query;

import dev.gnomon.archive.directory.DirectoryArchive;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A JVM of its own that uses a cache. */
final class CacheProcess implements AutoCloseable {
  private final Process process;
  private final BufferedReader said;

  private CacheProcess(Process process) {
    this.process = process;
    this.said =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII));
  }

  /**
   * Starts one.
   *
   * @param task {@code ask}: brings the cache up to date and counts its runs, ten times; {@code
   *     hold}: keeps it for itself until it is closed
   */
  static CacheProcess start(String task, Path archive, Path cache) throws IOException {
    return new CacheProcess(
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                CacheProcess.class.getName(),
                task,
                archive.toString(),
                cache.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start());
  }

  String line() throws IOException {
    return said.readLine();
  }

  List<String> rest() {
    return said.lines().toList();
  }

  @Override
  public void close() {
    process.destroyForcibly();
    process.onExit().join();
  }

  public static void main(String[] arguments) throws IOException {
    Path directory = Path.of(arguments[2]);
    if (arguments[0].equals("hold")) {
      Files.createDirectories(directory);
      CacheLock lock = CacheLock.take(directory.resolve("archive.lock"), false, Duration.ZERO);
      System.out.println("held");
      System.in.read(); // until the test ends this process
      lock.close();
      return;
    }
    DirectoryArchive archive = new DirectoryArchive(Path.of(arguments[1]));
    QueryCache cache = new QueryCache(SqlEngine.of(CacheProcess.class.getClassLoader()), directory);
    for (int i = 0; i < 10; i++) {
      cache.refresh(archive, "dev.example:root", List.of("core"), false);
      System.out.println(
          new ArchiveQuery(cache, QueryLimits.USUAL)
              .ask(Question.ofSql("SELECT count(*) FROM run"), Map.of())
              .rows());
    }
  }
}
