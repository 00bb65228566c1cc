package dev.gnomon.trend;

import java.util.Arrays;

/** How far a run lies from its neighbour when nothing changed. */
final class Noise {
  /** Log values closer than this are equal: 0.01 %. */
  static final double FLOOR = 1e-4;

  /** Makes the median absolute difference of two normal values their standard deviation. */
  private static final double OF_DIFFERENCES = 1.4826 / Math.sqrt(2);

  private static final double TOP = 0.9;

  private Noise() {}

  /**
   * Standard deviation of the values around their level, estimated from differences of neighbours
   * so that shifts do not enter; at least {@link #FLOOR}.
   *
   * @param values at least two
   */
  static double of(double[] values) {
    double[] steps = new double[values.length - 1];
    for (int i = 0; i < steps.length; i++) {
      steps[i] = Math.abs(values[i + 1] - values[i]);
    }
    Arrays.sort(steps);
    double median = Medians.quantile(steps, 0.5) * OF_DIFFERENCES;
    return Math.max(FLOOR, median > 0 ? median : ofMostlyEqual(steps));
  }

  /** Rounded values often equal their neighbour, which leaves a median of zero. */
  private static double ofMostlyEqual(double[] sortedSteps) {
    double top = Medians.quantile(sortedSteps, TOP);
    double sum = 0;
    for (double step : sortedSteps) {
      double capped = Math.min(step, top);
      sum += capped * capped;
    }
    return Math.sqrt(sum / sortedSteps.length / 2);
  }
}
