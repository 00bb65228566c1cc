package dev.gnomon.jmh;

import java.util.List;

/** What sample mode saw in one iteration: times and how often each was seen. */
final class Histogram {
  private double sum;
  private double count;

  private Histogram() {}

  /** Reads {@code [[value, count], …]}. */
  static Histogram of(Object buckets) {
    Histogram histogram = new Histogram();
    for (Object bucket : list(buckets)) {
      if (!(bucket instanceof double[] pair) || pair.length != 2 || !(pair[1] >= 0)) {
        throw new IllegalArgumentException(
            "a rawDataHistogram has an entry that is no pair of a value and a count");
      }
      histogram.sum += pair[0] * pair[1];
      histogram.count += pair[1];
    }
    return histogram;
  }

  static List<?> list(Object value) {
    if (value instanceof List<?> list) {
      return list;
    }
    throw new IllegalArgumentException(
        "a rawDataHistogram is not nested as forks, iterations and pairs");
  }

  /** Mean of all samples, NaN where there are none. */
  double mean() {
    return sum / count;
  }

  double count() {
    return count;
  }
}
