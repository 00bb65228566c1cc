package dev.gnomon.history;

import dev.gnomon.compare.Level;
import dev.gnomon.model.BenchmarkId;
import dev.gnomon.model.Fork;
import dev.gnomon.model.Metric;
import dev.gnomon.model.Run;
import dev.gnomon.model.Secondary;
import dev.gnomon.model.Series;
import dev.gnomon.stats.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What one run says of one benchmark by one metric, and all that a history keeps of it.
 *
 * @param id which benchmark
 * @param metric what was measured
 * @param value its level in the metric's unit, finite and not negative
 * @param error half the width of the interval of 95 % on the log scale; infinite below two forks
 * @param continuity what must stay the same for the next one to be compared with it
 * @param wall whether the time includes waiting for a CPU
 */
record Reading(
    BenchmarkId id,
    Metric metric,
    double value,
    double error,
    Continuity continuity,
    boolean wall) {
  private static final String PLAIN_TIME = "plain-time";

  Reading {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(metric, "metric");
    Objects.requireNonNull(continuity, "continuity");
    if (!(value >= 0) || !Double.isFinite(value)) {
      throw new IllegalArgumentException(
          id.benchmark() + " has the level " + value + ", expected a finite one of at least 0");
    }
  }

  /** Everything that a run says; a benchmark with a failed fork says nothing. */
  static List<Reading> of(Run run) {
    Map<BenchmarkId, Level> levels = Level.of(run);
    List<Reading> readings = new ArrayList<>();
    for (Series series : run.series()) {
      if (series.failure().isPresent()) {
        continue;
      }
      Continuity continuity = Continuity.of(series, run.sampling().plan());
      Level level = levels.get(series.id());
      if (level != null) {
        readings.add(time(series, continuity, level));
      }
      allocated(series)
          .ifPresent(
              bytes ->
                  readings.add(
                      new Reading(
                          series.id(), Metric.ALLOCATION, bytes.median(), 0, continuity, false)));
    }
    return readings;
  }

  private static Reading time(Series series, Continuity continuity, Level level) {
    boolean wall = level.caveats().stream().anyMatch(c -> c.code().equals(PLAIN_TIME));
    return new Reading(
        series.id(), Metric.TIME, level.center(), level.interval().upper(), continuity, wall);
  }

  private static Optional<Sample> allocated(Series series) {
    List<Double> bytes = new ArrayList<>();
    for (Fork fork : series.forks()) {
      Secondary secondary = fork.secondary().get(Metric.ALLOCATION.name());
      if (secondary != null && Double.isFinite(secondary.value()) && secondary.value() >= 0) {
        bytes.add(secondary.value());
      }
    }
    return bytes.isEmpty() ? Optional.empty() : Optional.of(Sample.of(bytes));
  }
}
