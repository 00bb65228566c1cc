package dev.gnomon.jmh;

import dev.gnomon.environment.Environment;
import dev.gnomon.environment.Fact;
import dev.gnomon.model.Origin;
import dev.gnomon.model.Revision;
import dev.gnomon.model.Run;
import dev.gnomon.model.Sampling;
import dev.gnomon.model.Series;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What a JMH result file tells.
 *
 * @param series its benchmarks
 * @param facts what it says about JVM and JMH; it knows nothing of the machine
 * @param notes what could not be taken over, one sentence each
 */
public record JmhResult(List<Series> series, List<Fact> facts, List<String> notes) {
  /** The source of an imported run. */
  public static final String SOURCE = "jmh-json";

  public JmhResult {
    series = List.copyOf(series);
    facts = List.copyOf(facts);
    notes = List.copyOf(notes);
  }

  /**
   * The run that the file stands for.
   *
   * @param project the reactor's root, {@code group:artifact}
   * @param module the module measured
   * @param toolVersion version of this tool
   * @param revision what code was measured, as far as the caller knows
   * @param startedAt when it was measured, as far as the caller knows
   */
  public Run toRun(
      String project, String module, String toolVersion, Revision revision, Instant startedAt) {
    int forks = series.stream().mapToInt(s -> s.forks().size()).max().orElse(0);
    return new Run(
        new Origin(project, module, SOURCE, toolVersion),
        revision,
        startedAt,
        Duration.ZERO,
        new Environment(facts),
        new Sampling("imported", forks, 0, true),
        series,
        notes);
  }
}
