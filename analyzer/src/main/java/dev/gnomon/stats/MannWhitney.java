package dev.gnomon.stats;

import org.apache.commons.statistics.inference.AlternativeHypothesis;
import org.apache.commons.statistics.inference.MannWhitneyUTest;
import org.apache.commons.statistics.inference.PValueMethod;

/** The Mann–Whitney test, doi 10.1214/aoms/1177730491. */
public final class MannWhitney {
  private MannWhitney() {}

  /**
   * One-sided p value of "the candidate is not larger": exact where small and without ties, else
   * the normal approximation corrected for continuity.
   */
  public static double pGreater(Sample candidate, Sample baseline) {
    return MannWhitneyUTest.withDefaults()
        .with(AlternativeHypothesis.GREATER_THAN)
        .with(PValueMethod.AUTO)
        .test(candidate.values(), baseline.values())
        .getPValue();
  }

  /**
   * How many extreme pairwise differences may be cut off at one end of an interval.
   *
   * @param tail probability left outside at that end
   * @return from 0, where even the whole range covers too little
   */
  static int cutOff(int n, int m, double tail) {
    double[] weights = distribution(n, m);
    double below = 0;
    int cut = 0;
    while (cut < weights.length && below + weights[cut] <= tail) {
      below += weights[cut];
      cut++;
    }
    return cut;
  }

  /** Probability of each value of U when nothing differs, by the recurrence on the last value. */
  private static double[] distribution(int n, int m) {
    // ways[j][u]: share of arrangements of i candidate and j baseline values with statistic u.
    double[][] ways = new double[m + 1][];
    for (int j = 0; j <= m; j++) {
      ways[j] = new double[] {1};
    }
    for (int i = 1; i <= n; i++) {
      double[][] next = new double[m + 1][];
      next[0] = new double[] {1};
      for (int j = 1; j <= m; j++) {
        next[j] = mixed(ways[j], next[j - 1], i, j);
      }
      ways = next;
    }
    return ways[m];
  }

  private static double[] mixed(double[] candidateLast, double[] baselineLast, int i, int j) {
    double[] mixed = new double[i * j + 1];
    for (int u = 0; u < candidateLast.length; u++) {
      mixed[u + j] += candidateLast[u] * i / (i + j);
    }
    for (int u = 0; u < baselineLast.length; u++) {
      mixed[u] += baselineLast[u] * j / (i + j);
    }
    return mixed;
  }
}
