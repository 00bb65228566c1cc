package dev.gnomon.unit;

/** Which way a metric gets better. */
public enum Direction {
  /** Smaller values are better: times per operation, bytes per operation. */
  LOWER_IS_BETTER,
  /** Larger values are better: operations per time. */
  HIGHER_IS_BETTER;

  /**
   * The direction that a unit implies: operations per time are better when there are more; times,
   * bytes, counts and anything unknown are better when there is less.
   *
   * @param unit a unit as JMH prints it, {@code ops/s}, {@code B/op}
   */
  public static Direction ofUnit(String unit) {
    return unit.startsWith("ops/") ? HIGHER_IS_BETTER : LOWER_IS_BETTER;
  }

  /**
   * Turns a log ratio candidate / baseline into a log cost ratio: positive means worse.
   *
   * @param logRatio log(candidate / baseline); NaN stays NaN
   * @return {@code logRatio} where lower is better, its negation otherwise
   */
  public double worsening(double logRatio) {
    return switch (this) {
      case LOWER_IS_BETTER -> logRatio;
      case HIGHER_IS_BETTER -> -logRatio;
    };
  }
}
