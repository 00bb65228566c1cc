package dev.gnomon.compare;

/**
 * How much worse something may get before it matters.
 *
 * @param relative smallest relative worsening that matters, above 0
 * @param absolute smallest absolute one, in the metric's unit, at least 0
 * @param alpha level at which a single change is called, in (0, 1), shares of the build's error
 *     already taken off
 */
public record Tolerance(double relative, double absolute, double alpha) {
  public Tolerance {
    if (!(relative > 0) || !(absolute >= 0) || !(alpha > 0 && alpha < 1)) {
      throw new IllegalArgumentException(
          "tolerance %s, floor %s, level %s, expected more than 0, at least 0, and a probability"
              .formatted(relative, absolute, alpha));
    }
  }

  /**
   * The limit on the log scale, the same whichever side is called the baseline: both the relative
   * and the absolute one must be passed.
   *
   * @param smaller the smaller of the two sides' centres, above 0
   */
  public double limit(double smaller) {
    return Math.log1p(Math.max(relative, absolute / smaller));
  }
}
