package dev.gnomon.trend;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/**
 * Splits again and again where the two sides differ most in distribution, as E-divisive does:
 * Matteson and James, "A nonparametric approach for multiple change point analysis" (<a
 * href="https://doi.org/10.1080/01621459.2013.849605">doi</a>). For single numbers the energy
 * distance of two samples is twice the integral of the squared difference of their distribution
 * functions (Székely and Rizzo, <a href="https://doi.org/10.1016/j.jspi.2013.03.018">doi</a>),
 * which is summed here over a grid of quantiles, so that a scan costs time in proportion to its
 * length. Where E-divisive permutes, the statistic is divided by what it is expected to be without
 * any change, and a fixed multiple is asked for.
 */
final class EnergySplit {
  private static final int GRID = 24;
  private static final double SMALLEST_RATIO = 8;

  private final int smallest;

  EnergySplit(int smallestSegment) {
    smallest = smallestSegment;
  }

  /** Positions of the splits, ascending. */
  List<Integer> candidates(double[] values) {
    Distribution distribution = Distribution.of(values);
    List<Integer> places = new ArrayList<>();
    Deque<int[]> open = new ArrayDeque<>();
    open.push(new int[] {0, values.length});
    while (!open.isEmpty()) {
      int[] stretch = open.pop();
      int place = split(distribution, stretch[0], stretch[1]);
      if (place > 0) {
        places.add(place);
        open.push(new int[] {stretch[0], place});
        open.push(new int[] {place, stretch[1]});
      }
    }
    places.sort(Comparator.naturalOrder());
    return places;
  }

  /** The best split of a stretch, or 0 where none is strong enough. */
  private int split(Distribution distribution, int from, int to) {
    int place = 0;
    double best = SMALLEST_RATIO;
    double expected = distribution.expected(from, to);
    for (int i = from + smallest; expected > 0 && i <= to - smallest; i++) {
      double ratio = distribution.energy(from, i, to) / expected;
      if (ratio > best) {
        best = ratio;
        place = i;
      }
    }
    return place;
  }

  /** Counts of values below the middle of each grid cell, over every prefix of the values. */
  static final class Distribution {
    private final double[] widths;
    private final int[][] counts;

    private Distribution(double[] widths, int[][] counts) {
      this.widths = widths;
      this.counts = counts;
    }

    static Distribution of(double[] values) {
      double[] grid = grid(values);
      double[] widths = new double[grid.length - 1];
      double[] middles = new double[widths.length];
      for (int k = 0; k < widths.length; k++) {
        widths[k] = grid[k + 1] - grid[k];
        // In the middle, so that growth and decline are seen alike.
        middles[k] = grid[k] + widths[k] / 2;
      }
      int[][] counts = new int[values.length + 1][widths.length];
      for (int i = 0; i < values.length; i++) {
        for (int k = 0; k < widths.length; k++) {
          counts[i + 1][k] = counts[i][k] + (values[i] <= middles[k] ? 1 : 0);
        }
      }
      return new Distribution(widths, counts);
    }

    private static double[] grid(double[] values) {
      double[] sorted = values.clone();
      Arrays.sort(sorted);
      double[] grid = new double[GRID + 1];
      for (int k = 0; k <= GRID; k++) {
        grid[k] = Medians.quantile(sorted, (double) k / GRID);
      }
      return Arrays.stream(grid).distinct().toArray();
    }

    /** Energy of the split at {@code place}: harmonic size times integrated squared difference. */
    double energy(int from, int place, int to) {
      double left = place - from;
      double right = to - place;
      double sum = 0;
      for (int k = 0; k < widths.length; k++) {
        double difference =
            (counts[place][k] - counts[from][k]) / left
                - (counts[to][k] - counts[place][k]) / right;
        sum += widths[k] * difference * difference;
      }
      return left * right / (left + right) * sum;
    }

    /** What the energy of a split is on average when all values come from one distribution. */
    double expected(int from, int to) {
      double sum = 0;
      for (int k = 0; k < widths.length; k++) {
        double share = (double) (counts[to][k] - counts[from][k]) / (to - from);
        sum += widths[k] * share * (1 - share);
      }
      return sum;
    }
  }
}
