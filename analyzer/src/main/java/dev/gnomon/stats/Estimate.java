package dev.gnomon.stats;

/**
 * An estimated difference whose error follows Student's t distribution.
 *
 * @param value the estimate; finite
 * @param standardError its standard error; 0 or more, infinite where the spread is unknown
 * @param degreesOfFreedom of the standard error; above 0, infinite where it is known exactly
 */
public record Estimate(double value, double standardError, double degreesOfFreedom) {
  public Estimate {
    if (!Double.isFinite(value) || !(standardError >= 0) || !(degreesOfFreedom > 0)) {
      throw new IllegalArgumentException(
          "estimate %s with standard error %s on %s degrees of freedom, expected a finite value, an error of at least 0 and degrees above 0"
              .formatted(value, standardError, degreesOfFreedom));
    }
  }

  /** An estimate of which nobody knows how good it is. */
  public static Estimate ofUnknownError(double value) {
    return new Estimate(value, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);
  }

  /**
   * One-sided p value of "the true value is at most {@code bound}".
   *
   * @return from 0 to 1; 0.5 where the error is infinite or the estimate sits on the bound
   */
  public double pAbove(double bound) {
    double distance = value - bound;
    if (distance == 0 || Double.isInfinite(standardError)) {
      return 0.5;
    }
    if (standardError == 0) {
      return distance > 0 ? 0 : 1;
    }
    return StudentT.above(distance / standardError, degreesOfFreedom);
  }

  /** One-sided p value of "the true value is at least {@code bound}". */
  public double pBelow(double bound) {
    return new Estimate(-value, standardError, degreesOfFreedom).pAbove(-bound);
  }

  /**
   * p value of "the true value lies outside (−limit, limit)": the larger of two one-sided tests.
   * Schuirmann, doi 10.1007/BF01068419.
   *
   * @param limit above 0
   */
  public double pNotEquivalent(double limit) {
    return Math.max(pAbove(-limit), pBelow(limit));
  }

  /** Two-sided p value of "the true value is zero". */
  public double pTwoSided() {
    return Math.min(1, 2 * Math.min(pAbove(0), pBelow(0)));
  }

  /**
   * The interval that covers the true value with probability {@code level}.
   *
   * @param level in (0, 1)
   */
  public ConfidenceInterval interval(double level) {
    double half = Double.isInfinite(standardError) ? standardError : reach(level) * standardError;
    return new ConfidenceInterval(value - half, value + half, level);
  }

  /** Half the width of the interval in standard errors. */
  private double reach(double level) {
    return StudentT.quantile(0.5 + level / 2, degreesOfFreedom);
  }
}
