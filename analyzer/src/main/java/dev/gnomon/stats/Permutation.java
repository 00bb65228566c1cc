package dev.gnomon.stats;

import org.apache.commons.math3.util.CombinatoricsUtils;

/** The exact permutation test of two means. Fisher; see Good, doi 10.1007/b138696. */
public final class Permutation {

  /** Above this many arrangements the exact test is refused. */
  public static final int MOST_ARRANGEMENTS = 200_000;

  private Permutation() {}

  /** Whether two sides are small enough for {@link #pGreater}. */
  public static boolean feasible(int candidates, int baselines) {
    return CombinatoricsUtils.binomialCoefficientDouble(candidates + baselines, candidates)
        <= MOST_ARRANGEMENTS;
  }

  /**
   * Share of all ways to deal the values to the two sides whose candidate mean is at least the one
   * observed.
   *
   * @return above 0, at most 1
   * @throws IllegalArgumentException if there are more than {@link #MOST_ARRANGEMENTS} ways
   */
  public static double pGreater(Sample candidate, Sample baseline) {
    int n = candidate.size();
    int m = baseline.size();
    if (!feasible(n, m)) {
      throw new IllegalArgumentException(
          n + " and " + m + " values, expected at most " + MOST_ARRANGEMENTS + " arrangements");
    }
    double[] all = new double[n + m];
    System.arraycopy(candidate.values(), 0, all, 0, n);
    System.arraycopy(baseline.values(), 0, all, n, m);
    double observed = sum(all, n);
    double slack = 1e-12 * (Math.abs(observed) + Math.abs(sum(all, n + m)));
    long[] counts = new long[2];
    count(all, 0, n, 0, observed - slack, counts);
    return (double) counts[0] / counts[1];
  }

  private static double sum(double[] values, int length) {
    double sum = 0;
    for (int i = 0; i < length; i++) {
      sum += values[i];
    }
    return sum;
  }

  private static void count(
      double[] all, int from, int left, double sum, double bar, long[] counts) {
    if (left == 0) {
      counts[0] += sum >= bar ? 1 : 0;
      counts[1]++;
      return;
    }
    for (int i = from; i <= all.length - left; i++) {
      count(all, i + 1, left - 1, sum + all[i], bar, counts);
    }
  }
}
