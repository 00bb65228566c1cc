package dev.gnomon.history;

import dev.gnomon.model.BenchmarkId;
import dev.gnomon.model.Metric;
import java.util.Comparator;
import java.util.Objects;

/**
 * What makes values comparable over time.
 *
 * @param id which benchmark
 * @param metric what was measured
 * @param place index of the environment among the places of the history
 */
public record SeriesKey(BenchmarkId id, Metric metric, int place) implements Comparable<SeriesKey> {
  private static final Comparator<SeriesKey> ORDER =
      Comparator.comparing(SeriesKey::id)
          .thenComparing(key -> key.metric.equals(Metric.TIME) ? 0 : 1)
          .thenComparing(key -> key.metric.name())
          .thenComparingInt(SeriesKey::place);

  public SeriesKey {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(metric, "metric");
  }

  @Override
  public int compareTo(SeriesKey other) {
    return ORDER.compare(this, other);
  }
}
