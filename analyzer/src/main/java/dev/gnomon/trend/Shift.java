package dev.gnomon.trend;

import dev.gnomon.stats.ConfidenceInterval;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * A tested place.
 *
 * @param place position of the first value at the new level
 * @param before mean log value before
 * @param size mean log value after, less {@code before}
 * @param deviation standard deviation of a run around these means; positive
 * @param spread standard error of {@code size}, in standard deviations of a run
 * @param degrees degrees of freedom of the deviation
 * @param confidence level of the interval
 */
record Shift(
    int place,
    double before,
    double size,
    double deviation,
    double spread,
    double degrees,
    double confidence) {

  /** Shift in standard deviations of a run; not negative. */
  double effect() {
    return Math.abs(size) / deviation;
  }

  /** Two-sided probability of so large a shift at a place chosen beforehand. */
  double p() {
    double t = effect() / spread;
    return Math.min(1, 2 * distribution().cumulativeProbability(-t));
  }

  ChangePoint asChange() {
    return as(ChangePoint.Kind.CHANGE);
  }

  ChangePoint asSpike() {
    return as(ChangePoint.Kind.SPIKE);
  }

  private ChangePoint as(ChangePoint.Kind kind) {
    double reach =
        distribution().inverseCumulativeProbability((1 + confidence) / 2) * deviation * spread;
    return new ChangePoint(
        place,
        kind,
        size,
        new ConfidenceInterval(size - reach, size + reach, confidence),
        p(),
        level(before),
        level(before + size));
  }

  /** Rounding must not turn the smallest or the largest number into none. */
  private static double level(double log) {
    return Math.max(Double.MIN_VALUE, Math.min(Double.MAX_VALUE, Math.exp(log)));
  }

  /** Without a generator: nothing is drawn, and making one costs more than all the rest. */
  private TDistribution distribution() {
    return new TDistribution(null, degrees);
  }
}
