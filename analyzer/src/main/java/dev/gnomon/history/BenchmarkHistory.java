package dev.gnomon.history;

import dev.gnomon.model.BenchmarkId;
import dev.gnomon.model.Metric;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * All series of one benchmark.
 *
 * @param id which benchmark
 * @param series by metric, time first, and by place; at least one
 */
public record BenchmarkHistory(BenchmarkId id, List<SeriesHistory> series) {
  public BenchmarkHistory {
    series = List.copyOf(series);
    if (series.isEmpty()) {
      throw new IllegalArgumentException(id.benchmark() + " has no series, expected at least one");
    }
  }

  /** The metrics that it has, time first. */
  public List<Metric> metrics() {
    return series.stream().map(s -> s.key().metric()).distinct().toList();
  }

  /** The series of one metric, by place. */
  public List<SeriesHistory> by(Metric metric) {
    return series.stream().filter(s -> s.key().metric().equals(metric)).toList();
  }

  /** The series that an overview shows: of its first metric, the one with the newest run. */
  public SeriesHistory main() {
    return by(series.get(0).key().metric()).stream()
        .max(Comparator.comparingInt(SeriesHistory::newestRun))
        .orElseThrow();
  }

  /** The newest change of its first metric in any place. */
  public Optional<Shift> lastChange() {
    return by(series.get(0).key().metric()).stream()
        .flatMap(one -> one.changes().stream())
        .max(Comparator.comparingInt(Shift::after));
  }

  /** Index in the history of the first run that has it. */
  public int firstRun() {
    return series.stream().mapToInt(s -> s.points().run(0)).min().orElseThrow();
  }
}
