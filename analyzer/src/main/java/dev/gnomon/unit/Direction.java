package dev.gnomon.unit;

/** Which way a metric gets better. */
public enum Direction {
  /** Smaller values are better: times per operation, bytes per operation. */
  LOWER_IS_BETTER,
  /** Larger values are better: operations per time. */
  HIGHER_IS_BETTER;

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
