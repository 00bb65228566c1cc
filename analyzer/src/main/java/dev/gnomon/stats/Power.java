package dev.gnomon.stats;

/** What a comparison can see, and what it would take to see more. */
public final class Power {

  /** Probability with which a minimum detectable effect is found. */
  public static final double TARGET = 0.8;

  /** Fewer forks than this say too little about their own spread. */
  public static final int FEWEST_FORKS = 3;

  /** More than anybody would run; larger needs are reported as this many. */
  public static final int MOST_FORKS = 100_000;

  private Power() {}

  /**
   * The smallest true effect that a one-sided test at {@code alpha} finds with probability {@link
   * #TARGET} when the estimate must also exceed a limit.
   *
   * @param estimate whose error and degrees of freedom count, not its value
   * @param alpha level of the test, in (0, 1)
   * @param limit 0 or more
   * @return above {@code limit}; infinite where the error is
   */
  public static double minimumDetectable(Estimate estimate, double alpha, double limit) {
    double error = estimate.standardError();
    if (Double.isInfinite(error)) {
      return error;
    }
    double df = estimate.degreesOfFreedom();
    double bar = Math.max(limit, StudentT.quantile(1 - alpha, df) * error);
    return bar + StudentT.quantile(TARGET, df) * error;
  }

  /**
   * Values per side with which an effect of {@code effect} is found with probability {@link
   * #TARGET}: 2 (z₁₋α + z₀.₈)² s² / effect². Cohen, Statistical Power Analysis, 2nd ed., section
   * 2.4.
   *
   * @param standardDeviation between values of one side; NaN where unknown
   * @param effect above 0
   * @param alpha level of the one-sided test, in (0, 1)
   * @return from {@link #FEWEST_FORKS} to {@link #MOST_FORKS}; the fewest where the spread is NaN
   */
  public static int perSide(double standardDeviation, double effect, double alpha) {
    if (Double.isNaN(standardDeviation)) {
      return FEWEST_FORKS;
    }
    double z =
        StudentT.quantile(1 - alpha, Double.POSITIVE_INFINITY)
            + StudentT.quantile(TARGET, Double.POSITIVE_INFINITY);
    double needed = Math.ceil(2 * Math.pow(z * standardDeviation / effect, 2));
    return (int) Math.min(MOST_FORKS, Math.max(FEWEST_FORKS, needed));
  }
}
