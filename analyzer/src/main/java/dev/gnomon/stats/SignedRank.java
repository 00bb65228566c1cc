package dev.gnomon.stats;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Wilcoxon's signed-rank test, doi 10.2307/3001968, exact for every size it is asked for. Zeros are
 * dropped as Wilcoxon did; ties share their mean rank and the distribution is the exact one of
 * those ranks, so that no approximation enters.
 */
public final class SignedRank {
  private SignedRank() {}

  /**
   * One-sided p value of "differences are symmetric about zero or below it".
   *
   * @return from 0 to 1; 1 where all differences are zero
   */
  public static double pGreater(Sample differences) {
    double[] nonZero = Arrays.stream(differences.values()).filter(d -> d != 0).toArray();
    if (nonZero.length == 0) {
      return 1;
    }
    int[] ranks = doubledRanks(nonZero);
    int statistic =
        IntStream.range(0, nonZero.length).filter(i -> nonZero[i] > 0).map(i -> ranks[i]).sum();
    return upperTail(ranks, statistic);
  }

  /** As {@link #pGreater} for the other direction. */
  public static double pLess(Sample differences) {
    return pGreater(differences.map(d -> -d));
  }

  /**
   * The largest number of extreme Walsh averages that may be cut off at one end of an interval.
   *
   * @param n differences, at least 1
   * @param tail probability left outside at that end, in (0, 1)
   * @return from 0, where even the whole range covers too little, to n(n+1)/2
   */
  static int cutOff(int n, double tail) {
    double[] weights = distribution(IntStream.rangeClosed(1, n).toArray());
    double below = 0;
    int cut = 0;
    while (cut < weights.length && below + weights[cut] <= tail) {
      below += weights[cut];
      cut++;
    }
    return cut;
  }

  private static double upperTail(int[] ranks, int statistic) {
    double[] weights = distribution(ranks);
    double tail = 0;
    for (int sum = weights.length - 1; sum >= statistic; sum--) {
      tail += weights[sum];
    }
    return Math.min(1, tail);
  }

  /** Probability of each sum of ranks when each enters by the toss of a coin. */
  private static double[] distribution(int[] ranks) {
    double[] weights = new double[Arrays.stream(ranks).sum() + 1];
    weights[0] = 1;
    int reached = 0;
    for (int rank : ranks) {
      reached += rank;
      for (int sum = reached; sum >= 0; sum--) {
        weights[sum] = (weights[sum] + (sum >= rank ? weights[sum - rank] : 0)) / 2;
      }
    }
    return weights;
  }

  /** Twice the mean rank of each absolute value, a whole number even where values tie. */
  private static int[] doubledRanks(double[] values) {
    double[] sizes = Arrays.stream(values).map(Math::abs).sorted().toArray();
    return Arrays.stream(values)
        .map(Math::abs)
        .mapToInt(size -> first(sizes, size) + last(sizes, size) + 2)
        .toArray();
  }

  private static int first(double[] sorted, double value) {
    int at = Arrays.binarySearch(sorted, value);
    while (at > 0 && sorted[at - 1] == value) {
      at--;
    }
    return at;
  }

  private static int last(double[] sorted, double value) {
    int at = Arrays.binarySearch(sorted, value);
    while (at < sorted.length - 1 && sorted[at + 1] == value) {
      at++;
    }
    return at;
  }
}
