package dev.gnomon.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gnomon.doctor.MachineState.Permissions;
import dev.gnomon.doctor.Ruler.Trial;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What samples in place of a profiler's event that cannot be had is told as the forks do it. */
final class StandInsTest {
  private final Facts facts = new Facts();

  @ParameterizedTest
  @CsvSource({
    "2, ok, 'Forks that count are sampled by ctimer, which needs none.'",
    "2, no access, 'may be refused. Forks that explain a change are then sampled by ctimer'",
    "3, no access, 'is forbidden. Forks that explain a change are then sampled by ctimer'",
  })
  void withoutPerfEventsACoarserClockExplains(int paranoid, String cpu, String meaning) {
    facts.permissions =
        new Permissions(
            Optional.of(paranoid),
            Optional.empty(),
            Optional.of(2),
            Optional.empty(),
            Optional.empty());
    facts.trials = List.of(new Trial("cpu", cpu, 10, 1, 10));
    assertThat(facts.finding(Check.PERF_EVENTS).orElseThrow())
        .satisfies(finding -> assertThat(finding.meaning()).contains(meaning))
        .satisfies(
            finding ->
                assertThat(finding.remedy())
                    .contains(Remedy.command("sudo sysctl kernel.perf_event_paranoid=1")));
    assertThat(facts.finding(Check.SECCOMP).orElseThrow().remedy().isEmpty())
        .isEqualTo(cpu.equals("ok"));
  }

  @ParameterizedTest
  @CsvSource({
    "cpu, 30, 'Forks that explain a change are sampled by a timer, whose clock is coarser.'",
    "cpu, 0, 'Forks that explain a change are sampled by JFR, which shows less.'",
    "wall, 30, The report can't name the place where a benchmark waits.",
    "alloc, 30, The report can't name the method that allocates more.",
    "lock, 30, The report can't name the locks that a benchmark waits for.",
    "itimer, 30, Forks that count are sampled by the other timer.",
    "itimer, 0, 'Forks that count are sampled by JFR, the JVM''s own recorder, which shows less.'",
  })
  void whatAnEventThatFailsWouldHaveShownIsTold(String event, long ctimer, String meaning) {
    facts.trials =
        List.of(
            new Trial("ctimer", "ok", 10_000_000, ctimer, 300_000_000),
            new Trial(event, "not supported", 10_000_000, 0, -1));
    Check check = Check.valueOf("PROFILER_" + event.toUpperCase(Locale.ROOT));
    assertThat(facts.finding(check).orElseThrow())
        .satisfies(finding -> assertThat(finding.severity()).isEqualTo(Severity.INFO))
        .satisfies(finding -> assertThat(finding.meaning()).isEqualTo(meaning));
  }

  @Test
  void withoutTheLibraryTheJvmSamplesItself() {
    facts.library = Optional.of("there is none for Linux on riscv64");
    facts.trials = List.of();
    assertThat(facts.finding(Check.PROFILER).orElseThrow())
        .satisfies(finding -> assertThat(finding.severity()).isEqualTo(Severity.WARNING))
        .satisfies(finding -> assertThat(finding.meaning()).contains("sampled by JFR"));
  }
}
