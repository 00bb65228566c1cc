package dev.gnomon.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gnomon.doctor.Examined.Lock;
import dev.gnomon.doctor.Examined.Probe;
import dev.gnomon.doctor.MachineState.Clocking;
import dev.gnomon.doctor.MachineState.Load;
import dev.gnomon.doctor.MachineState.Mount;
import dev.gnomon.doctor.MachineState.Permissions;
import dev.gnomon.doctor.Ruler.Jvm;
import dev.gnomon.doctor.Ruler.Trial;
import dev.gnomon.doctor.Ruler.Window;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each judge on simulated facts, at both sides of its thresholds. */
final class JudgesTest {
  private static final long SECOND = 1_000_000_000;

  private final Facts facts = new Facts();

  private void is(Check check, Severity severity) {
    assertThat(facts.severity(check)).contains(severity);
  }

  @ParameterizedTest
  @CsvSource({
    "20,20,20,20, 0,0,0,0, OK",
    // The waiting is another's, and is taken out.
    "20,60,20,60, 0,40,0,40, OK",
    "20,21,20,21, 0,0,0,0, OK",
    "20,22,20,22, 0,0,0,0, INFO",
    "20,26,20,26, 0,0,0,0, WARNING",
    "20,90,20,20, 0,0,0,0, PROBLEM",
  })
  void steadinessIsThatOfTimeWithoutWaiting(
      long a, long b, long c, long d, long w, long x, long y, long z, Severity severity) {
    facts.slices = Facts.slices(Map.of("cpu", new long[] {a, b, c, d}), w, x, y, z);
    is(Check.STEADINESS, severity);
  }

  @ParameterizedTest
  @CsvSource({"cpu, PROBLEM", "memory, WARNING", "allocation, INFO", "later, INFO"})
  void whatSpreadsOnAnyMachineIsNotHeldAgainstThisOne(String loop, Severity severity) {
    facts.slices = Facts.slices(Map.of(loop, new long[] {20, 90, 20, 20}), 0, 0, 0, 0);
    is(Check.STEADINESS, severity);
    facts.slices = Facts.slices(Map.of(loop, new long[] {20, 20, 20, 20}), 0, 0, 0, 0);
    is(Check.STEADINESS, Severity.OK);
  }

  @Test
  void withoutAccountsSteadinessIsThatOfWallTime() {
    facts.slices = Facts.slices(Map.of("cpu", new long[] {20, 60, 20, 60}), 0, 40, 0, 40);
    facts.accounts = "absent";
    is(Check.STEADINESS, Severity.PROBLEM);
    assertThat(facts.severity(Check.CPU_DELAY)).isEmpty();
  }

  @Test
  void theFiguresOfSteadinessAreToldInWords() {
    facts.slices = Facts.slices(Map.of("cpu", new long[] {20, 60, 20, 60}), 0, 40, 0, 40);
    // SD 23.094 over median 40; statistics.stdev([20, 60, 20, 60]) / 40 in Python.
    assertThat(facts.finding(Check.STEADINESS).orElseThrow().found())
        .isEqualTo("spread of equal work (SD/median): cpu 58 % by wall time, 0 % without waiting");
    assertThat(facts.finding(Check.CPU_DELAY).orElseThrow().found())
        .isEqualTo("of its time the ruler waited for a CPU: cpu 50 %");
    is(Check.CPU_DELAY, Severity.WARNING);
  }

  @ParameterizedTest
  @CsvSource({"0, OK", "20, INFO", "200, INFO", "600, WARNING"})
  void waitingIsToldByItsShare(long perMille, Severity severity) {
    facts.slices = Facts.slices(Map.of("cpu", new long[] {1000, 1000}), perMille, perMille);
    is(Check.CPU_DELAY, severity);
  }

  @ParameterizedTest
  @CsvSource({"0, OK", "100, OK", "200, WARNING", "2000, PROBLEM"})
  void stealIsAShareOfAllCpus(long ms, Severity severity) {
    // 4 s on 4 CPUs: a percent is 160 ms.
    facts.window = new Window(4 * SECOND, 0, 0, ms * 1_000_000, 0, 0, 0);
    is(Check.STEAL, severity);
  }

  @ParameterizedTest
  @CsvSource({"0, OK", "40, WARNING", "800, PROBLEM"})
  void throttlingIsAShareOfTheWindow(long ms, Severity severity) {
    facts.window = new Window(4 * SECOND, 0, 0, 0, 0, 0, ms * 1_000_000);
    is(Check.THROTTLING, severity);
  }

  @ParameterizedTest
  @CsvSource({"4000, OK", "4400, INFO", "6000, WARNING", "3000, OK"})
  void otherProcessesAreWhatTheRulerDidNotUse(long busyMs, Severity severity) {
    facts.window = new Window(4 * SECOND, busyMs * 1_000_000, 4 * SECOND, 0, 0, 0, 0);
    is(Check.OTHER_LOAD, severity);
  }

  @ParameterizedTest
  @CsvSource({"0.1, OK", "0.5, INFO", "3.9, INFO", "4, WARNING"})
  void withoutAWindowTheLoadAverageTells(double average, Severity severity) {
    facts.window = null;
    facts.load =
        new Load(
            Optional.of(average),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    is(Check.OTHER_LOAD, severity);
    assertThat(facts.finding(Check.OTHER_LOAD).orElseThrow().found())
        .endsWith(" tasks ran or waited in the last minute, on 4 CPUs");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, 4096, OK, OK, OK",
    "15, 2, 400, INFO, WARNING, WARNING",
    "60, 20, 100, WARNING, PROBLEM, PROBLEM"
  })
  void pressureAndMemory(
      double cpu, double memory, long mib, Severity ofCpu, Severity ofMemory, Severity left) {
    facts.load =
        new Load(
            Optional.of(1.0),
            Optional.of(cpu),
            Optional.of(memory),
            Optional.of(8L << 30),
            Optional.of(mib << 20));
    is(Check.CPU_PRESSURE, ofCpu);
    is(Check.MEMORY_PRESSURE, ofMemory);
    is(Check.MEMORY, left);
  }

  @ParameterizedTest
  @CsvSource({
    "8, 8,    , OK,      8 of 8",
    "8, 2,    , OK,      '2 of 8, by affinity or cpuset'",
    "8, 1,    , WARNING, '1 of 8, by affinity or cpuset'",
    "8, 8, 1.5, WARNING, '1.5 of 8, by a quota'",
    "8, 8, 0.5, PROBLEM, '0.5 of 8, by a quota'",
    "8, 2,  16, OK,      '2 of 8, by affinity or cpuset'",
  })
  void cpusAreCountedWithQuotaAndAffinity(
      int online, int allowed, Double quota, Severity severity, String found) {
    facts.place =
        new MachineState.Place(
            "linux",
            true,
            online,
            allowed,
            Optional.ofNullable(quota),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    is(Check.CPUS, severity);
    assertThat(facts.finding(Check.CPUS).orElseThrow().found()).isEqualTo(found);
  }

  @ParameterizedTest
  @CsvSource({
    "acpi-cpufreq, performance, OK",
    "acpi-cpufreq, powersave, WARNING",
    "acpi-cpufreq, ondemand, WARNING",
    "intel_cpufreq, schedutil, WARNING",
    "intel_pstate, powersave, INFO",
    "amd-pstate-epp, powersave, INFO",
    "acpi-cpufreq, userspace, OK",
    ", , INFO",
  })
  void aGovernorIsJudgedWithItsDriver(String driver, String governor, Severity severity) {
    facts.clock =
        new Clocking(
            Optional.ofNullable(driver),
            Optional.ofNullable(governor),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    is(Check.GOVERNOR, severity);
  }

  @ParameterizedTest
  @CsvSource({
    "/sys/devices/system/cpu/intel_pstate/no_turbo, echo 1 | sudo tee /sys/devices/system/cpu/intel_pstate/no_turbo",
    "/sys/devices/system/cpu/cpufreq/boost, echo 0 | sudo tee /sys/devices/system/cpu/cpufreq/boost",
  })
  void turboIsSwitchedOffWhereItsFileSaysHow(String file, String command) {
    facts.clock =
        new Clocking(
            Optional.empty(),
            Optional.empty(),
            Optional.of("on"),
            Optional.of(file),
            Optional.of("on"));
    assertThat(facts.finding(Check.TURBO).orElseThrow().remedy()).contains(Remedy.command(command));
    is(Check.SMT, Severity.INFO);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, 0, ok, OK, OK, OK",
    "2, 1, 2, ok, INFO, INFO, OK",
    "3, 2, 2, no access, INFO, INFO, INFO",
  })
  void permissionsNeverStandAgainstMeasuring(
      int paranoid, int kptr, int seccomp, String cpu, Severity a, Severity b, Severity c) {
    facts.permissions =
        new Permissions(
            Optional.of(paranoid),
            Optional.of(kptr),
            Optional.of(seccomp),
            Optional.empty(),
            Optional.empty());
    facts.trials = List.of(new Trial("cpu", cpu, 10, 1, 10));
    is(Check.PERF_EVENTS, a);
    is(Check.KERNEL_SYMBOLS, b);
    is(Check.SECCOMP, c);
  }

  @Test
  void withoutExecutionInTheOutputThereIsNoProfile() {
    facts.permissions =
        new Permissions(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(new Mount("/tmp", "/tmp", true)),
            Optional.of(new Mount("/w/target/perf", "/w", true)));
    is(Check.TMP_NOEXEC, Severity.INFO);
    is(Check.OUTPUT_NOEXEC, Severity.WARNING);
    assertThat(facts.finding(Check.OUTPUT_NOEXEC).orElseThrow().meaning())
        .isEqualTo(
            "The profiler's library can't be loaded from there; forks are sampled by JFR, and by time on the CPU alone.");
  }

  @ParameterizedTest
  @CsvSource({"schedstat, OK", "zero, WARNING", "absent, WARNING"})
  void theKernelsAccountingDecidesAboutTheScore(String accounts, Severity severity) {
    facts.accounts = accounts;
    is(Check.SCHEDSTAT, severity);
  }

  @ParameterizedTest
  @CsvSource({
    "OpenJDK 64-Bit Server VM, 17.0.15+6, 'mixed mode, sharing', OK",
    "Java HotSpot(TM) 64-Bit Server VM, 25+36, mixed mode, OK",
    "OpenJDK 64-Bit Server VM, 17.0.15+6, interpreted mode, PROBLEM",
    "OpenJDK 64-Bit Server VM, 27-internal-fastdebug, mixed mode, PROBLEM",
    "Eclipse OpenJ9 VM, openj9-0.41, JRE 17, INFO",
  })
  void aJvmThatCompilesIsFine(String vm, String build, String info, Severity severity) {
    facts.jvm = new Jvm("17.0.15", 17, "Vendor", vm, build, info);
    is(Check.JDK, severity);
  }

  @Test
  void anOldJdkIsToldAsSuch() {
    facts.jvm = null;
    facts.complete = false;
    facts.probe =
        new Probe(Probe.End.DIED, "exit status 1", "java.lang.UnsupportedClassVersionError: dev/…");
    is(Check.JDK, Severity.PROBLEM);
    is(Check.PROBE_JVM, Severity.PROBLEM);
  }

  @ParameterizedTest
  @CsvSource({
    "DIED, , PROBLEM, perf.jvmArgs",
    "DIED, ctimer, PROBLEM, perf.profile=off",
    "DIED, library, PROBLEM, perf.profile=off",
    "DIED, itimer, WARNING, ",
    "DIED, cpu, WARNING, 'perf.profile.events=wall,alloc,lock'",
    "DIED, lock, WARNING, 'perf.profile.events=cpu,wall,alloc'",
    "TIMED_OUT, wall, PROBLEM, less busy",
    "NOT_STARTED, , PROBLEM, perf.jvm=",
  })
  void aCrashOfTheProbeIsAFinding(Probe.End end, String trying, Severity severity, String remedy) {
    facts.probe = new Probe(end, "exit status 134", "SIGSEGV");
    facts.trying = Optional.ofNullable(trying);
    facts.complete = false;
    is(Check.PROBE_JVM, severity);
    assertThat(facts.finding(Check.PROBE_JVM).orElseThrow().remedy().map(Remedy::text).orElse(""))
        .contains(remedy == null ? "" : remedy);
  }

  @Test
  void theSecondTimerIsUsedInForksWhereTheFirstFails() {
    facts.probe = new Probe(Probe.End.DIED, "exit status 134", "SIGSEGV");
    facts.trying = Optional.of("itimer");
    facts.trials = List.of(new Trial("ctimer", "not supported", 10, 0, -1));
    facts.complete = false;
    is(Check.PROBE_JVM, Severity.PROBLEM);
  }

  @Test
  void aProbeThatFallsSilentHasDied() {
    facts.complete = false;
    is(Check.PROBE_JVM, Severity.PROBLEM);
  }

  @Test
  void aLockThatCannotBeOpenedKeepsEveryRunFromStarting() {
    facts.lock = new Lock(Lock.State.UNUSABLE, "denied", "/tmp/gnomon-measuring.lock");
    is(Check.MEASURING_LOCK, Severity.PROBLEM);
  }

  @Test
  void anEventIsToldByItsEffectiveInterval() {
    assertThat(facts.finding(Check.PROFILER_CTIMER).orElseThrow().found())
        .isEqualTo("a sample every 10 ms (10 ms asked for, 30 samples)");
    assertThat(facts.finding(Check.PROFILER_ALLOC).orElseThrow().found())
        .isEqualTo("a sample every 524 kB (524 kB asked for, 100 samples)");
    assertThat(facts.finding(Check.PROFILER_LOCK).orElseThrow().found())
        .isEqualTo("works, 50 samples");
  }

  @ParameterizedTest
  @CsvSource({
    "ok, 30, ok, 30, OK",
    // Half as many as asked for, and fewer.
    "ok, 10, ok, 30, INFO",
    "ok, 0, ok, 30, INFO",
    "ok, 0, ok, 0, WARNING",
    "not supported, 0, ok, 30, INFO",
    "not supported, 0, not supported, 0, WARNING",
  })
  void oneTimerOfTwoIsEnough(
      String ctimer, long samples, String itimer, long others, Severity severity) {
    facts.trials =
        List.of(
            new Trial("ctimer", ctimer, 10_000_000, samples, 300_000_000),
            new Trial("itimer", itimer, 10_000_000, others, 300_000_000));
    is(Check.PROFILER_CTIMER, severity);
  }

  @Test
  void anEventOfALaterHarnessIsPassedOver() {
    facts.trials = List.of(new Trial("nativemem", "ok", 1, 1, 1));
    assertThat(facts.diagnosis().findings()).extracting(Finding::check).doesNotContainNull();
    assertThat(facts.diagnosis().figures().trials()).hasSize(1);
  }
}
