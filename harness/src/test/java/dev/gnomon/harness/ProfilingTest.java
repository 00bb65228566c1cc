package dev.gnomon.harness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gnomon.measure.Profiling;
import dev.gnomon.measure.process.Measurement;
import dev.gnomon.model.Fork;
import dev.gnomon.model.ProfileRef;
import dev.gnomon.profile.ProfileEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Profiles real forks by each event, and by what is left where a machine refuses. */
class ProfilingTest {
  private static final List<String> PLAN =
      List.of("-wi", "1", "-i", "3", "-w", "100ms", "-r", "200ms");
  private static final String AVERAGE = "GoodBenchmark.average";
  private static final long ONE_MS = 1_000_000;
  private static final long TEN_MS = 10_000_000;

  /** Which of the two depends on the JDK. */
  private static final String JFR = "jfr-(execution|cputime)";

  @TempDir Path workspace;

  private Fork fork(String benchmark, ProfileEvent event, long interval, String... flags) {
    Profiling profiling = new Profiling(Profiling.Mode.ALWAYS, event, interval);
    return new Measurement(Suites.host(workspace, List.of(flags)))
        .measure(Suites.request(benchmark, 1, PLAN).withProfiling(profiling), new Recorder())
        .series()
        .get(0)
        .forks()
        .get(0);
  }

  private static String refusing(String attempts) {
    return "-Dgnomon.profile.refuse=" + attempts;
  }

  private List<String> stacks(ProfileRef profile) throws IOException {
    return Files.readAllLines(workspace.resolve("profiles").resolve(profile.file()));
  }

  @Test
  void timeOnTheCpuIsSampledFinely() throws IOException {
    ProfileRef profile = fork(AVERAGE, ProfileEvent.CPU, ONE_MS).profile();

    assertThat(profile.status()).startsWith("ok");
    assertThat(profile.event()).isEqualTo("cpu");
    assertThat(profile.engine()).isIn("perf_events", "ctimer");
    assertThat(profile.intervalNs()).isEqualTo(ONE_MS);
    assertThat(profile.samples()).isPositive();
    assertThat(stacks(profile)).anyMatch(stack -> stack.contains(".average_avgt_jmhStub"));
  }

  @Test
  void passingTimeIsSampled() throws IOException {
    ProfileRef profile = fork(AVERAGE, ProfileEvent.WALL, ONE_MS).profile();

    assertThat(profile.status()).isEqualTo("ok");
    assertThat(profile.event()).isEqualTo("wall");
    assertThat(profile.engine()).isEqualTo("wall");
    assertThat(profile.samples()).isPositive();
    assertThat(stacks(profile)).anyMatch(stack -> stack.contains(".average_avgt_jmhStub"));
  }

  @Test
  void allocationIsSampledWithTheClassThatIsAllocated() throws IOException {
    ProfileRef profile =
        fork("AllocatingBenchmark.array", ProfileEvent.ALLOC, 512 * 1024).profile();

    assertThat(profile.status()).isEqualTo("ok");
    assertThat(profile.event()).isEqualTo("alloc");
    assertThat(profile.engine()).isEqualTo("alloc");
    assertThat(profile.intervalNs()).isEqualTo(512 * 1024);
    assertThat(profile.samples()).isPositive();
    assertThat(stacks(profile))
        .anyMatch(stack -> stack.matches(".*_jmhStub;.*;byte\\[]_\\[[ik]] \\d+"));
  }

  @Test
  void waitingForALockIsSampled() throws IOException {
    ProfileRef profile = fork("LockingBenchmark.contended", ProfileEvent.LOCK, 10_000).profile();

    assertThat(profile.status()).isEqualTo("ok");
    assertThat(profile.event()).isEqualTo("lock");
    assertThat(profile.engine()).isEqualTo("lock");
    assertThat(profile.samples()).isPositive();
    assertThat(stacks(profile)).anyMatch(stack -> stack.contains(".contended_avgt_jmhStub"));
  }

  @Test
  void whereTheKernelForbidsPerfEventsATimerSamplesAndTheStatusSaysWhy() {
    ProfileRef profile =
        fork(AVERAGE, ProfileEvent.CPU, ONE_MS, refusing("cpu,cpu-clock")).profile();

    assertThat(profile.status())
        .isEqualTo("ok: sampled by ctimer, because cpu: simulated; cpu-clock: simulated");
    assertThat(profile.engine()).isEqualTo("ctimer");
    assertThat(profile.intervalNs()).isEqualTo(ONE_MS);
    assertThat(profile.samples()).isPositive();
  }

  @Test
  void whereTimersAreForbiddenAsWellTheJvmSamplesItself() throws IOException {
    ProfileRef profile =
        fork(AVERAGE, ProfileEvent.CPU, TEN_MS, refusing("ctimer,itimer")).profile();

    assertThat(profile.status())
        .matches("ok: sampled by " + JFR + ", because ctimer: simulated; itimer: simulated");
    assertThat(profile.engine()).matches(JFR);
    assertThat(profile.intervalNs()).isEqualTo(TEN_MS);
    assertThat(profile.samples()).isPositive();
    assertThat(stacks(profile))
        .anyMatch(
            stack ->
                stack.matches("java/lang/Thread\\.run;.*_jmhTest\\.average_avgt_jmhStub.* \\d+"));
    assertThat(workspace.resolve("profiles"))
        .isDirectoryNotContaining(file -> file.toString().endsWith(".jfr"));
  }

  @Test
  void aLibraryThatCannotBeLoadedIsToldOnce() {
    ProfileRef profile = fork(AVERAGE, ProfileEvent.CPU, ONE_MS, refusing("library")).profile();

    assertThat(profile.status()).matches("ok: sampled by " + JFR + ", because library: simulated");
  }

  @Test
  void whereEverythingIsForbiddenTheForkIsMeasuredWithoutAProfile() {
    Fork fork = fork(AVERAGE, ProfileEvent.CPU, TEN_MS, refusing("ctimer,itimer,jfr"));

    assertThat(fork.succeeded()).isTrue();
    assertThat(fork.profile().present()).isFalse();
    assertThat(fork.profile().status())
        .isEqualTo("none: ctimer: simulated; itimer: simulated; jfr: simulated");
  }

  @Test
  void anEventOfAsyncProfilerAloneEndsInAStatusWhereItIsForbidden() {
    Fork fork = fork(AVERAGE, ProfileEvent.WALL, ONE_MS, refusing("wall"));

    assertThat(fork.succeeded()).isTrue();
    assertThat(fork.profile().event()).isEqualTo("wall");
    assertThat(fork.profile().status()).isEqualTo("none: wall: simulated");
  }

  @Test
  void aJvmWithoutTheModuleOfRecordingsIsMeasuredWithoutAProfile() {
    Fork fork =
        fork(
            AVERAGE,
            ProfileEvent.CPU,
            TEN_MS,
            "--limit-modules=java.management,java.logging,jdk.management,jdk.unsupported",
            refusing("ctimer,itimer"));

    assertThat(fork.succeeded()).isTrue();
    assertThat(fork.profile().status()).endsWith("; jfr: this JVM has no module jdk.jfr");
  }

  @Test
  void aDirectoryForLibrariesThatIsNoneEndsInAStatusAndTheJvmSamplesItself() throws IOException {
    Files.writeString(workspace.resolve("native"), "a file where a directory should be");
    Fork fork = fork(AVERAGE, ProfileEvent.CPU, TEN_MS);

    assertThat(fork.succeeded()).isTrue();
    assertThat(fork.profile().status())
        .matches("ok: sampled by " + JFR + ", because library: it can't be written: .*");
  }
}
