package dev.gnomon.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gnomon.doctor.Examined.Lock;
import dev.gnomon.doctor.Examined.Probe;
import dev.gnomon.doctor.MachineState.Clocking;
import dev.gnomon.doctor.MachineState.Load;
import dev.gnomon.doctor.MachineState.Permissions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class DoctorTest {
  private final Facts facts = new Facts();

  @Test
  void aMachineWithoutFaultHasNoFindingButGoodOnes() {
    assertThat(facts.diagnosis().findings())
        .isNotEmpty()
        .allSatisfy(finding -> assertThat(finding.severity()).isEqualTo(Severity.OK))
        .allSatisfy(finding -> assertThat(finding.remedy()).isEmpty());
    assertThat(facts.diagnosis().sentence()).isEqualTo("This machine measures well.");
  }

  @Test
  void theWorstComesFirstAndEachCheckSpeaksOnce() {
    facts.lock = new Lock(Lock.State.UNUSABLE, "denied", "/tmp/x");
    facts.accounts = "zero";
    facts.permissions =
        new Permissions(
            Optional.of(2), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    List<Finding> findings = facts.diagnosis().findings();
    assertThat(findings)
        .extracting(Finding::check)
        .startsWith(Check.MEASURING_LOCK, Check.SCHEDSTAT, Check.PERF_EVENTS)
        .doesNotHaveDuplicates();
    assertThat(findings).extracting(Finding::severity).isSorted();
    assertThat(facts.diagnosis().sentence())
        .isEqualTo("1 problem stands against measuring here; mend it first.");
  }

  @Test
  void whatIsMendableSaysHow() {
    facts.accounts = "zero";
    assertThat(facts.finding(Check.SCHEDSTAT).orElseThrow().remedy())
        .contains(Remedy.command("sudo sysctl kernel.task_delayacct=1"));
  }

  @Test
  void warningsAreCountedInTheSentence() {
    facts.accounts = "zero";
    assertThat(facts.diagnosis().sentence()).isEqualTo("This machine can measure, with 1 warning.");
    facts.clock =
        new Clocking(
            Optional.empty(),
            Optional.of("ondemand"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    assertThat(facts.diagnosis().sentence())
        .isEqualTo("This machine can measure, with 2 warnings.");
  }

  @Test
  void whereSomebodyMeasuresNothingIsMeasuredAndThatIsSaid() {
    facts.lock = new Lock(Lock.State.HELD, "shop, process 7", "/tmp/x");
    facts.probe = new Probe(Probe.End.LEFT_OUT, "", "");

    assertThat(facts.finding(Check.MEASURING_LOCK).orElseThrow().found())
        .isEqualTo("held by shop, process 7");
    assertThat(
            Stream.of(Check.PROBE_JVM, Check.STEADINESS, Check.SCHEDSTAT, Check.JDK)
                .map(facts::severity))
        .allMatch(Optional::isEmpty);
    assertThat(facts.diagnosis().sentence()).startsWith("How steady this machine is was not");
  }

  @Test
  void asOnMacOsWhatIsNotKnownIsLeftOutAndTheScoreStaysPlain() {
    unknown("macos");

    assertThat(facts.diagnosis().findings())
        .extracting(Finding::check)
        .containsExactlyInAnyOrder(
            Check.SCHEDSTAT,
            Check.PROBE_JVM,
            Check.JDK,
            Check.MEASURING_LOCK,
            Check.STEADINESS,
            Check.CPUS,
            Check.PROFILER);
    assertThat(facts.finding(Check.SCHEDSTAT).orElseThrow())
        .satisfies(finding -> assertThat(finding.severity()).isEqualTo(Severity.WARNING))
        .satisfies(finding -> assertThat(finding.meaning()).contains("plain score", "caveat"));
    assertThat(facts.finding(Check.STEADINESS).orElseThrow().found())
        .isEqualTo("spread of equal work (SD/median): cpu 0 % by wall time");
  }

  @Test
  void asOnWindowsThereIsNoProfilerAndThatIsNoWarning() {
    unknown("windows");
    facts.library = Optional.of("Can't load library");

    assertThat(facts.finding(Check.PROFILER).orElseThrow())
        .satisfies(finding -> assertThat(finding.severity()).isEqualTo(Severity.INFO))
        .satisfies(finding -> assertThat(finding.found()).isEqualTo("there is none for Windows"));
    assertThat(facts.finding(Check.GOVERNOR).orElseThrow().remedy())
        .contains(Remedy.command("powercfg /setactive SCHEME_MIN"));
  }

  private void unknown(String family) {
    facts.place =
        new MachineState.Place(
            family,
            false,
            8,
            8,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    facts.clock =
        new Clocking(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    facts.permissions =
        new Permissions(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    facts.load =
        new Load(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    facts.accounts = "absent";
    facts.window = new Ruler.Window(4_000_000_000L, -1, 3_900_000_000L, -1, -1, -1, -1);
    facts.trials = List.of();
  }
}
