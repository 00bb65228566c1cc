package dev.gnomon.archive.directory;

import dev.gnomon.json.SmallRuns;
import dev.gnomon.model.Run;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** A JVM of its own that adds runs to an archive and says each address once it is stored. */
final class RecordingProcess implements AutoCloseable {
  private final Process process;
  private final BufferedReader said;

  private RecordingProcess(Process process) {
    this.process = process;
    this.said =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII));
  }

  static RecordingProcess start(Path archive, long seed, int runs) throws IOException {
    return new RecordingProcess(
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                RecordingProcess.class.getName(),
                archive.toString(),
                Long.toString(seed),
                Integer.toString(runs))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start());
  }

  /** The address of the next run that was stored; null at the end. */
  String nextStored() throws IOException {
    return said.readLine();
  }

  /** Everything that it still says. */
  List<String> rest() {
    return said.lines().toList();
  }

  /** Kills it as {@code kill -9} does; what it had said by then can still be read. */
  void kill() throws InterruptedException {
    process.toHandle().destroyForcibly();
    process.waitFor();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  /** A run whose content depends on its number alone. */
  static Run run(long number) {
    Run small = SmallRuns.one();
    Random random = new Random(number);
    List<String> notes =
        Collections.nCopies(2000, "").stream().map(n -> n + random.nextLong()).toList();
    return new Run(
        small.origin(),
        small.revision(),
        small.startedAt().plusSeconds(number),
        small.took(),
        small.environment(),
        small.sampling(),
        small.series(),
        notes);
  }

  /** Adds runs: archive, first number, how many. */
  public static void main(String[] arguments) {
    DirectoryArchive archive = new DirectoryArchive(Path.of(arguments[0]));
    long first = Long.parseLong(arguments[1]);
    for (long i = 0; i < Long.parseLong(arguments[2]); i++) {
      System.out.println(archive.add(run(first + i)).path());
    }
  }
}
