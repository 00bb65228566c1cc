package dev.gnomon.imported;

import dev.gnomon.environment.Environment;
import dev.gnomon.environment.Fact;
import dev.gnomon.model.Fork;
import dev.gnomon.model.Origin;
import dev.gnomon.model.Revision;
import dev.gnomon.model.Run;
import dev.gnomon.model.Sampling;
import dev.gnomon.model.Series;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What a file of another tool tells of one run.
 *
 * @param format the form of the file
 * @param told what it says of code and time
 * @param series its benchmarks; when a fork started is not known, and set to the epoch
 * @param facts what it says about the place
 * @param notes what could not be taken over, one sentence each
 */
public record ImportedRun(
    Format format, Told told, List<Series> series, List<Fact> facts, List<String> notes) {
  /**
   * The fact that no measured run has. A strict fact that one side lacks is a difference, so what
   * was measured is never compared with what was imported from an unknown machine.
   */
  private static final String MARK = "imported.from";

  public ImportedRun {
    Objects.requireNonNull(format, "format");
    Objects.requireNonNull(told, "told");
    series = List.copyOf(series);
    facts = List.copyOf(facts);
    notes = List.copyOf(notes);
  }

  /**
   * The run that it stands for.
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
    List<Fact> place = new ArrayList<>(facts);
    place.add(Fact.strict(MARK, format.source()));
    return new Run(
        new Origin(project, module, format.source(), toolVersion),
        revision,
        startedAt,
        Duration.ZERO,
        new Environment(place),
        new Sampling("imported", forks, 0, true),
        series.stream().map(s -> startedAt(s, startedAt)).toList(),
        notes);
  }

  /** No format says when a fork started: the start of the run stands in. */
  private static Series startedAt(Series series, Instant start) {
    List<Fork> forks = series.forks().stream().map(fork -> startedAt(fork, start)).toList();
    return new Series(series.id(), series.plan(), series.bytecodeHash(), forks);
  }

  private static Fork startedAt(Fork fork, Instant start) {
    return new Fork(
        fork.round(),
        start,
        fork.warmup(),
        fork.iterations(),
        fork.secondary(),
        fork.noise(),
        fork.profile(),
        fork.failure());
  }
}
