package dev.gnomon.stats;

import java.util.Arrays;
import java.util.Collection;
import java.util.function.DoubleUnaryOperator;

/**
 * Finite numbers, at least one, in the order they came. Equality is by content.
 *
 * <p>NaN and infinities are refused when a sample is made, so that no later figure can be NaN
 * without a reason that its own method states.
 */
public final class Sample {
  private final double[] values;
  private final double[] sorted;

  private Sample(double[] values) {
    if (values.length == 0) {
      throw new IllegalArgumentException("a sample of no values, expected at least one");
    }
    for (double value : values) {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException("a sample holds " + value + ", expected finite values");
      }
    }
    this.values = values;
    this.sorted = values.clone();
    Arrays.sort(sorted);
  }

  /**
   * A sample of these values; they are copied.
   *
   * @throws IllegalArgumentException if there are none, or one is NaN or infinite
   */
  public static Sample of(double... values) {
    return new Sample(values.clone());
  }

  /** A sample of these values, as {@link #of(double...)}. */
  public static Sample of(Collection<Double> values) {
    return new Sample(values.stream().mapToDouble(Double::doubleValue).toArray());
  }

  /** How many values there are, at least 1. */
  public int size() {
    return values.length;
  }

  /** The values in the order they came; a copy. */
  public double[] values() {
    return values.clone();
  }

  /** The values in ascending order; a copy. */
  public double[] sorted() {
    return sorted.clone();
  }

  /** The smallest value. */
  public double min() {
    return sorted[0];
  }

  /** The largest value. */
  public double max() {
    return sorted[sorted.length - 1];
  }

  /** The value at a place of the ascending order, from 0. */
  public double ranked(int place) {
    return sorted[place];
  }

  /** A sample of the images of the values; all must be finite. */
  public Sample map(DoubleUnaryOperator f) {
    return new Sample(Arrays.stream(values).map(f).toArray());
  }

  /**
   * A sample of the natural logs.
   *
   * @throws IllegalArgumentException if a value is zero or negative
   */
  public Sample log() {
    if (min() <= 0) {
      throw new IllegalArgumentException("log of " + min() + ", expected values above zero");
    }
    return map(Math::log);
  }

  /** The arithmetic mean. */
  public double mean() {
    double sum = 0;
    for (double value : sorted) {
      sum += value;
    }
    double first = sum / sorted.length;
    double rest = 0;
    for (double value : sorted) {
      rest += value - first;
    }
    return first + rest / sorted.length;
  }

  /** The unbiased variance; NaN for a single value, where it is unknown. */
  public double variance() {
    if (values.length < 2) {
      return Double.NaN;
    }
    double mean = mean();
    double squares = 0;
    for (double value : sorted) {
      squares += (value - mean) * (value - mean);
    }
    return squares / (values.length - 1);
  }

  /** The square root of {@link #variance()}. */
  public double standardDeviation() {
    return Math.sqrt(variance());
  }

  /** The middle value, or the mean of the two middle ones. */
  public double median() {
    return quantile(0.5);
  }

  /**
   * A quantile by linear interpolation between order statistics: type 7 of Hyndman and Fan, doi
   * 10.1080/00031305.1996.10473566, the default of R and NumPy.
   *
   * @param probability in [0, 1]
   */
  public double quantile(double probability) {
    if (!(probability >= 0 && probability <= 1)) {
      throw new IllegalArgumentException(
          "quantile at " + probability + ", expected a probability from 0 to 1");
    }
    double place = probability * (sorted.length - 1);
    int below = (int) Math.floor(place);
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }

  /**
   * The mean of what is left when a share of the values is cut off at each end, rounded down to
   * whole values.
   *
   * @param share of each end, in [0, 0.5)
   */
  public double trimmedMean(double share) {
    if (!(share >= 0 && share < 0.5)) {
      throw new IllegalArgumentException("trimming " + share + ", expected 0 to below 0.5");
    }
    int cut = (int) Math.floor(share * sorted.length);
    return new Sample(Arrays.copyOfRange(sorted, cut, sorted.length - cut)).mean();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Sample sample && Arrays.equals(values, sample.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return "Sample" + Arrays.toString(values);
  }
}
