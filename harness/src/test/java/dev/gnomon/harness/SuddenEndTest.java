package dev.gnomon.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Kills the JVMs of a measurement as the kernel would, which leaves them no time to tidy up. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class SuddenEndTest {
  @TempDir Path workspace;
  @TempDir Path announced;
  private Process build;
  private List<ProcessHandle> line = List.of();

  @AfterEach
  void leaveNothing() {
    line.forEach(ProcessHandle::destroyForcibly);
  }

  /** The build's JVM, its host, and the fork of the host, once the fork measures. */
  private void start() throws Exception {
    build =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.io.tmpdir=" + workspace,
                "-cp",
                System.getProperty("java.class.path"),
                Endless.class.getName(),
                workspace.toString(),
                announced.toString())
            .redirectErrorStream(true)
            .redirectOutput(workspace.resolve("build.log").toFile())
            .start();
    while (line.isEmpty()) {
      assertThat(build.isAlive()).isTrue();
      Thread.sleep(50);
      line = line();
    }
  }

  /** Empty until the fork has said which process it is: not every system shows command lines. */
  private List<ProcessHandle> line() {
    String[] forks = announced.toFile().list();
    return forks.length == 0
        ? List.of()
        : ProcessHandle.of(Long.parseLong(forks[0]))
            .map(fork -> List.of(build.toHandle(), fork.parent().orElseThrow(), fork))
            .orElseThrow();
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
