package dev.gnomon.measure.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gnomon.doctor.Examined;
import dev.gnomon.doctor.Examined.Lock.State;
import dev.gnomon.doctor.Examined.Probe.End;
import dev.gnomon.doctor.Ruler;
import dev.gnomon.environment.probe.HealthProbe;
import dev.gnomon.measure.HostCommand;
import dev.gnomon.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RulerProcessTest {
  private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");
  private static final Clock CLOCK = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);

  @TempDir Path directory;
  private Path locks;
  private Path workspace;

  @BeforeEach
  void makeDirectories() throws IOException {
    locks = Files.createDirectory(directory.resolve("locks"));
    workspace = directory.resolve("target/perf");
  }

  private Examined examine(Path java, Duration limit, String... jvmArgs) {
    HostCommand command =
        new HostCommand(
            java, List.of(directory.resolve("none.jar")), directory, workspace, List.of(jvmArgs));
    return new RulerProcess(command, locks, CLOCK, limit)
        .examine(() -> HealthProbe.under(directory).state(workspace));
  }

  private Examined examine(Path java, String... jvmArgs) {
    return examine(java, Duration.ofMinutes(2), jvmArgs);
  }

  @Test
  void aJvmThatCannotFindTheRulerHasDiedAndSaysWhy() {
    Examined examined = examine(JAVA);
    assertThat(examined.probe().end()).isEqualTo(End.DIED);
    assertThat(examined.probe().said()).contains("RulerMain");
    assertThat(examined.ruler()).isEqualTo(Ruler.NONE);
    assertThat(examined.machine().place().procfs()).isFalse();
  }

  @Test
  void flagsThatTheJvmDoesNotTakeAreQuoted() {
    assertThat(examine(JAVA, "-XX:+NoSuchFlag").probe().said()).contains("NoSuchFlag");
  }

  @Test
  void whatIsNoProgramIsNotStarted() {
    assertThat(examine(directory.resolve("no-java")).probe().end()).isEqualTo(End.NOT_STARTED);
  }

  @Test
  void aProbeThatDoesNotEndIsEnded() throws IOException {
    Path hangs = directory.resolve("java");
    Files.writeString(hangs, "#!/bin/sh\nexec sleep 600\n");
    assertThat(hangs.toFile().setExecutable(true)).isTrue();
    assertThat(examine(hangs, Duration.ofMillis(200)).probe().end()).isEqualTo(End.TIMED_OUT);
  }

  @Test
  void nothingRunsWhileSomebodyMeasures() throws InterruptedException {
    try (MeasuringLock held = MeasuringLock.acquire(locks, "shop, process 7", x -> {})) {
      assertThat(held).isNotNull();
      Examined examined = examine(JAVA);
      assertThat(examined.lock().state()).isEqualTo(State.HELD);
      assertThat(examined.lock().text()).isEqualTo("shop, process 7");
      assertThat(examined.probe().end()).isEqualTo(End.LEFT_OUT);
    }
    assertThat(workspace).doesNotExist();
    assertThat(examine(JAVA).lock().state()).isEqualTo(State.FREE);
  }

  @Test
  void whereNobodyEverMeasuredNoLockIsLeft() {
    assertThat(examine(JAVA).lock().state()).isEqualTo(State.FREE);
    assertThat(locks).isEmptyDirectory();
  }

  @Test
  void aLockThatIsNoFileIsTold() throws IOException {
    Files.createDirectory(locks.resolve("gnomon-measuring.lock"));
    assertThat(examine(JAVA).lock().state()).isEqualTo(State.UNUSABLE);
  }

  @Test
  void theLockIsFreeAfterwards() throws Exception {
    MeasuringLock.acquire(locks, "earlier", x -> {}).close();
    assertThat(examine(JAVA).lock().state()).isEqualTo(State.FREE);
    MeasuringLock.acquire(locks, "later", x -> {}).close();
  }

  @Test
  void anOutputThatCannotBeWrittenIsAProblem() throws IOException {
    Files.createDirectories(workspace.getParent());
    Files.writeString(workspace, "a file");
    assertThatThrownBy(() -> examine(JAVA))
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.code()).isEqualTo("output-not-writable"));
  }
}
