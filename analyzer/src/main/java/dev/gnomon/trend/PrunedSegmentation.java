package dev.gnomon.trend;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * The segmentation of least squared error plus a penalty for each segment, found exactly by dynamic
 * programming with pruning: Killick, Fearnhead and Eckley, "Optimal detection of changepoints with
 * a linear computational cost" (<a href="https://doi.org/10.1080/01621459.2012.737745">doi</a>). It
 * is given clipped values because squared error follows outliers: Fearnhead and Rigaill (<a
 * href="https://doi.org/10.1080/01621459.2017.1385466">doi</a>).
 */
final class PrunedSegmentation {
  /** Penalty of a segment, in noise variances times the logarithm of the length. */
  private static final double PENALTY = 10;

  private final int smallest;

  PrunedSegmentation(int smallestSegment) {
    smallest = smallestSegment;
  }

  /** Positions of the first value of each segment but the first. */
  List<Integer> candidates(double[] values, double noise) {
    double penalty = PENALTY * noise * noise * Math.log(values.length);
    return bounds(starts(new Sums(values), values.length, penalty));
  }

  /** For each end, where the last segment of the best segmentation up to there starts. */
  private int[] starts(Sums sums, int length, double penalty) {
    double[] best = new double[length + 1];
    Arrays.fill(best, Double.POSITIVE_INFINITY);
    best[0] = -penalty;
    int[] startOf = new int[length + 1];
    Survivors open = new Survivors(length);
    for (int end = smallest; end <= length; end++) {
      open.dropExpired(end);
      open.add(end - smallest);
      for (int i = 0; i < open.size; i++) {
        open.cost[i] = best[open.place[i]] + sums.squares(open.place[i], end);
        if (open.cost[i] + penalty < best[end]) {
          best[end] = open.cost[i] + penalty;
          startOf[end] = open.place[i];
        }
      }
      open.expire(best[end], end + smallest);
    }
    return startOf;
  }

  private static List<Integer> bounds(int[] startOf) {
    Deque<Integer> places = new ArrayDeque<>();
    for (int end = startOf[startOf.length - 1]; end > 0; end = startOf[end]) {
      places.addFirst(end);
    }
    return new ArrayList<>(places);
  }

  /** Places from which a later segment may still start. */
  private static final class Survivors {
    private final int[] place;
    private final double[] cost;
    private final int[] until;
    private int size;

    Survivors(int length) {
      place = new int[length + 1];
      cost = new double[length + 1];
      until = new int[length + 1];
    }

    void add(int start) {
      place[size] = start;
      until[size] = Integer.MAX_VALUE;
      size++;
    }

    /**
     * Marks each place that some start at the current end is at least as good as. With a smallest
     * segment that start is only possible for an end of {@code from} or later.
     */
    void expire(double best, int from) {
      for (int i = 0; i < size; i++) {
        if (cost[i] >= best) {
          until[i] = Math.min(until[i], from);
        }
      }
    }

    void dropExpired(int end) {
      int kept = 0;
      for (int i = 0; i < size; i++) {
        if (until[i] > end) {
          place[kept] = place[i];
          until[kept] = until[i];
          kept++;
        }
      }
      size = kept;
    }
  }
}
