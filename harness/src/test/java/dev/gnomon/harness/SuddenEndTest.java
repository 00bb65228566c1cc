package dev.gnomon.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Kills the JVMs of a measurement as the kernel would, which leaves them no time to tidy up. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class SuddenEndTest {
  @TempDir Path workspace;
  private Process build;
  private List<ProcessHandle> line = List.of();

  @AfterEach
  void leaveNothing() {
    line.forEach(ProcessHandle::destroyForcibly);
  }

  /** The build's JVM, its host, and the fork of the host, once all three are there. */
  private void start() throws Exception {
    build =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.io.tmpdir=" + workspace,
                "-cp",
                System.getProperty("java.class.path"),
                Endless.class.getName(),
                workspace.toString())
            .redirectErrorStream(true)
            .redirectOutput(workspace.resolve("build.log").toFile())
            .start();
    while (line.size() < 3) {
      assertThat(build.isAlive()).isTrue();
      Thread.sleep(50);
      line = line(build.toHandle());
    }
    // The fork watches its host from its first iteration on.
    awaitBusy(line.get(2));
  }

  private static List<ProcessHandle> line(ProcessHandle build) {
    Optional<ProcessHandle> host = build.children().findFirst();
    return host.flatMap(h -> h.children().filter(SuddenEndTest::isFork).findFirst())
        .map(fork -> List.of(build, host.orElseThrow(), fork))
        .orElse(List.of());
  }

  private static boolean isFork(ProcessHandle process) {
    return process.info().commandLine().orElse("").contains("ForkedMain");
  }

  private static void awaitBusy(ProcessHandle fork) throws InterruptedException {
    while (fork.isAlive()
        && fork.info().totalCpuDuration().map(d -> d.toMillis() < 1_500).orElse(false)) {
      Thread.sleep(50);
    }
  }

  @Test
  void aKilledBuildLeavesNeitherHostNorFork() throws Exception {
    start();
    build.destroyForcibly();

    for (ProcessHandle process : line) {
      process.onExit().get();
    }
    assertThat(line).noneMatch(ProcessHandle::isAlive);
  }

  @Test
  void aKilledHostLeavesNoFork() throws Exception {
    start();
    line.get(1).destroyForcibly();
    line.get(2).onExit().get();

    assertThat(line.get(2).isAlive()).isFalse();
  }
}
