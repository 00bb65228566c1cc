package dev.gnomon.maven.it;

import static dev.gnomon.maven.it.MavenUnderTest.CURRENT;
import static dev.gnomon.maven.it.MavenUnderTest.PLUGIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.gnomon.archive.RunAddress;
import dev.gnomon.archive.directory.DirectoryArchive;
import dev.gnomon.archive.directory.RunFile;
import dev.gnomon.model.Run;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** Builds that are stopped while they measure or store. */
class InterruptionIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int KILLS = 10;

  private final ItProject project;

  InterruptionIT(TestInfo test) {
    project =
        ItProject.copy("suite-in-tests", test.getTestMethod().orElseThrow().getName()).committed();
  }

  @BeforeEach
  void onlyWhereProcessesShowTheirCommands() {
    assumeTrue(
        Files.isDirectory(Path.of("/proc/self")), "no /proc: processes cannot be told apart");
  }

  /** The JVMs that measure this project, whoever their parent is by now. */
  private List<ProcessHandle> measuring() {
    String ours = project.path("target").toString();
    return ProcessHandle.allProcesses()
        .filter(process -> mentions(process, ours) && !mentions(process, "plexus-classworlds"))
        .toList();
  }

  private static boolean mentions(ProcessHandle process, String text) {
    try {
      Path files = Path.of("/proc", Long.toString(process.pid()));
      return Files.readString(files.resolve("cmdline")).contains(text);
    } catch (IOException e) {
      return false; // it has ended, or belongs to somebody else
    }
  }

  private static boolean becomes(BooleanSupplier condition) throws InterruptedException {
    Instant end = Instant.now().plus(PATIENCE);
    while (Instant.now().isBefore(end)) {
      if (condition.getAsBoolean()) {
        return true;
      }
      Thread.sleep(20);
    }
    return condition.getAsBoolean();
  }

  private static void kill(Process maven) {
    jvmsOf(maven).forEach(ProcessHandle::destroyForcibly);
    maven.destroyForcibly();
  }

  /** The mvn script becomes the JVM of Maven, or starts it as a child. */
  private static Stream<ProcessHandle> jvmsOf(Process maven) {
    return Stream.concat(maven.descendants(), Stream.of(maven.toHandle()))
        .filter(process -> mentions(process, "plexus-classworlds"));
  }

  @AfterEach
  void nothingIsLeftBehindWhateverTheTestFound() {
    String ours = project.path("target").toString();
    ProcessHandle.allProcesses()
        .filter(process -> mentions(process, ours))
        .forEach(ProcessHandle::destroyForcibly);
  }

  @Test
  void killedAtAnyMomentRecordLeavesAWholeArchiveAndNoProcess() throws Exception {
    project.maven(CURRENT, ShortPlan.with(1, PLUGIN + "record")).succeeds();
    Random moments = new Random(20261123);
    int kills = 0;
    for (int build = 0; kills < KILLS; build++) {
      assertThat(build).as("builds started for %d kills", kills).isLessThan(3 * KILLS);
      Process maven =
          project.start(
              CURRENT,
              Map.of(),
              project.path("build.log"),
              ShortPlan.with(1, PLUGIN + "record", "-o"));
      // Seeds fix the moments; from the first JVM of a benchmark on, most of the build is left.
      becomes(() -> !measuring().isEmpty() || !maven.isAlive());
      Thread.sleep(moments.nextInt(2500));
      // A build that was faster than its moment was not killed, and does not count.
      kills += maven.isAlive() ? 1 : 0;
      kill(maven);
      maven.waitFor();

      assertThat(becomes(() -> measuring().isEmpty()))
          .as("JVMs left behind after kill %d: %s", kills, measuring())
          .isTrue();
      everyRunIsReadable();
    }
    project.maven(CURRENT, ShortPlan.with(1, PLUGIN + "record", "-o")).succeeds();
  }

  private void everyRunIsReadable() {
    DirectoryArchive archive = new DirectoryArchive(project.path(".perf/archive"));
    List<RunAddress> addresses = archive.list("it:suite-in-tests", "suite-in-tests");
    assertThat(addresses).isNotEmpty();
    assertThat(addresses).allSatisfy(a -> assertThat(archive.read(a).series()).hasSize(2));
  }

  @Test
  void aStoppedMeasurementKeepsWhatWasMeasuredAndLeavesNoProcess() throws Exception {
    Path log = project.path("build.log");
    Process maven = project.start(CURRENT, Map.of(), log, ShortPlan.with(500, PLUGIN + "check"));
    assertThat(becomes(() -> contains(log, "[   2/1000]") || !maven.isAlive())).isTrue();

    // What Ctrl-C and a CI server send to the JVM.
    jvmsOf(maven).forEach(ProcessHandle::destroy);

    assertThat(becomes(() -> !maven.isAlive())).as(Files.readString(log)).isTrue();
    assertThat(becomes(() -> measuring().isEmpty())).isTrue();
    Run run = RunFile.read(project.path("target/perf/run.json"));
    assertThat(run.sampling().complete()).isFalse();
    assertThat(run.series()).allSatisfy(series -> assertThat(series.goodForks()).isNotEmpty());
    assertThat(project.path("target/perf/evaluation.json")).doesNotExist();
  }

  private static boolean contains(Path log, String text) {
    try {
      return Files.exists(log) && Files.readString(log).contains(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
