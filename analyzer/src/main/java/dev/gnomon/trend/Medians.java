package dev.gnomon.trend;

import java.util.Arrays;

/** Order statistics of a stretch of values. */
final class Medians {
  private Medians() {}

  /**
   * Median of the values from {@code from} to before {@code to}, of which there is at least one.
   */
  static double of(double[] values, int from, int to) {
    double[] sorted = Arrays.copyOfRange(values, from, to);
    Arrays.sort(sorted);
    return quantile(sorted, 0.5);
  }

  /**
   * Quantile by linear interpolation between order statistics, as numpy's default and Hyndman and
   * Fan's type 7 (<a href="https://doi.org/10.1080/00031305.1996.10473566">doi</a>).
   */
  static double quantile(double[] sorted, double probability) {
    double position = probability * (sorted.length - 1);
    int below = (int) position;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
  }
}
