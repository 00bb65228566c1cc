package dev.gnomon.history;

import dev.gnomon.stats.Sample;

/** How much one run of a series differs from the next while nothing changes. */
final class Spread {
  private static final int NEWEST = 200;

  /** Makes the median absolute value of a normal variable its standard deviation. */
  private static final double TO_DEVIATION = 1.4826;

  private Spread() {}

  /**
   * A standard deviation on the log scale, from the differences of neighbours among the newest 200
   * values: neither a change nor a spike has much of a say.
   *
   * @param values above zero, oldest first
   * @return NaN below three values
   */
  static double of(double[] values) {
    int from = Math.max(1, values.length - NEWEST);
    if (values.length < 3) {
      return Double.NaN;
    }
    double[] steps = new double[values.length - from];
    for (int i = from; i < values.length; i++) {
      steps[i - from] = Math.abs(Math.log(values[i] / values[i - 1]));
    }
    return TO_DEVIATION * Sample.of(steps).median() / Math.sqrt(2);
  }
}
