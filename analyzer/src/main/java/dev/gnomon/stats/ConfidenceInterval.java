package dev.gnomon.stats;

/**
 * An interval of a stated confidence. Bounds may be infinite where the data say nothing; they are
 * never NaN.
 *
 * @param lower lower bound
 * @param upper upper bound, at least {@code lower}
 * @param level confidence in (0, 1), for instance 0.95
 */
public record ConfidenceInterval(double lower, double upper, double level) {
  public ConfidenceInterval {
    if (!(lower <= upper) || !(level > 0 && level < 1)) {
      throw new IllegalArgumentException(
          "interval ["
              + lower
              + ", "
              + upper
              + "] at level "
              + level
              + ", expected ordered bounds and a level between 0 and 1");
    }
  }

  /** Whether the whole interval lies strictly inside (−limit, limit). */
  public boolean within(double limit) {
    return lower > -limit && upper < limit;
  }
}
