package dev.gnomon.compare;

import dev.gnomon.stats.Sample;
import java.util.Arrays;

/** Ways to make one value of a fork's iterations; all but the chosen one serve comparison. */
public enum Location {
  MEAN,
  MEDIAN,
  /** The mean without the lowest and the highest fifth. */
  TRIMMED_MEAN,
  LOWER_QUARTILE,
  SECOND_SMALLEST,
  /** The mean of the faster half, the middle one of an odd number included. */
  FASTER_HALF;

  /** The one that the gate uses; {@code docs/adr/0020-value-of-a-fork.md} has the figures. */
  public static final Location CHOSEN = FASTER_HALF;

  /** The location of a fork's steady iterations, in their unit. */
  public double of(Sample iterations) {
    return switch (this) {
      case MEAN -> iterations.mean();
      case MEDIAN -> iterations.median();
      case TRIMMED_MEAN -> iterations.trimmedMean(0.2);
      case LOWER_QUARTILE -> iterations.quantile(0.25);
      case SECOND_SMALLEST -> iterations.ranked(Math.min(1, iterations.size() - 1));
      case FASTER_HALF ->
          Sample.of(Arrays.copyOf(iterations.sorted(), (iterations.size() + 1) / 2)).mean();
    };
  }
}
