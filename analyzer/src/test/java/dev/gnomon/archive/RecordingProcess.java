package dev.gnomon.archive;

import dev.gnomon.archive.directory.DirectoryArchive;
import dev.gnomon.archive.git.GitArchive;
import dev.gnomon.archive.postgres.PostgresArchive;
import dev.gnomon.json.SmallRuns;
import dev.gnomon.model.Run;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** A JVM of its own that adds runs to an archive and says each address once it is stored. */
public final class RecordingProcess implements AutoCloseable {
  private final Process process;
  private final BufferedReader said;

  private RecordingProcess(Process process) {
    this.process = process;
    this.said =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII));
  }

  /**
   * Starts one.
   *
   * @param archive {@code directory:PATH}, {@code git:CLONE#BRANCH} or {@code jdbc:postgresql:…}
   * @param first number of its first run
   * @param runs how many it adds
   */
  public static RecordingProcess start(String archive, long first, int runs) throws IOException {
    return new RecordingProcess(
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                RecordingProcess.class.getName(),
                archive,
                Long.toString(first),
                Integer.toString(runs))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start());
  }

  /** The address of the next run that was stored; null at the end. */
  public String nextStored() throws IOException {
    return said.readLine();
  }

  /** Everything that it still says. */
  public List<String> rest() {
    return said.lines().toList();
  }

  /** What it still says, but a line that a kill has cut. */
  public List<String> complete() {
    return rest().stream().filter(line -> line.endsWith(".json.gz")).toList();
  }

  /** Kills it as {@code kill -9} does; what it had said by then can still be read. */
  public void kill() throws InterruptedException {
    process.toHandle().destroyForcibly();
    process.waitFor();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  /** A run whose content depends on its number alone. */
  public static Run run(long number) {
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
    KeptArchive archive = open(arguments[0]);
    long first = Long.parseLong(arguments[1]);
    for (long i = 0; i < Long.parseLong(arguments[2]); i++) {
      System.out.println(archive.add(run(first + i)).path());
    }
  }

  private static KeptArchive open(String text) {
    String place = text.substring(text.indexOf(':') + 1);
    if (text.startsWith("directory:")) {
      return new DirectoryArchive(Path.of(place));
    }
    if (text.startsWith("jdbc:")) {
      return PostgresArchive.open(() -> DriverManager.getConnection(text), "the database");
    }
    int branch = place.lastIndexOf('#');
    return GitArchive.open(Path.of(place.substring(0, branch)), place.substring(branch + 1));
  }
}
