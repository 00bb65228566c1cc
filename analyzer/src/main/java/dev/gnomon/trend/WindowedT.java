package dev.gnomon.trend;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Compares the values just before each place with those just after, and takes the peaks. */
final class WindowedT {
  private static final int WIDTH = 15;
  private static final double SMALLEST_T = 4.5;

  private final int smallest;

  WindowedT(int smallestSegment) {
    smallest = smallestSegment;
  }

  /** Positions whose |t| is largest within half a window on either side, and large. */
  List<Integer> candidates(double[] values) {
    double[] t = statistics(values);
    List<Integer> byStrength =
        IntStream.range(0, t.length)
            .filter(i -> t[i] >= SMALLEST_T)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer i) -> -t[i]))
            .toList();
    boolean[] taken = new boolean[t.length];
    List<Integer> peaks = new ArrayList<>();
    for (int place : byStrength) {
      if (!taken[place]) {
        peaks.add(place);
        int from = Math.max(0, place - WIDTH / 2);
        int to = Math.min(t.length, place + WIDTH / 2 + 1);
        Arrays.fill(taken, from, to, true);
      }
    }
    peaks.sort(Comparator.naturalOrder());
    return peaks;
  }

  /** |t| with equal variances at each place that leaves a smallest segment on both sides. */
  double[] statistics(double[] values) {
    Sums sums = new Sums(values);
    double[] t = new double[values.length + 1];
    for (int place = smallest; place <= values.length - smallest; place++) {
      int from = Math.max(0, place - WIDTH);
      int to = Math.min(values.length, place + WIDTH);
      double squares = sums.squares(from, place) + sums.squares(place, to);
      double variance = Math.max(squares / (to - from - 2), Noise.FLOOR * Noise.FLOOR);
      double weight = 1.0 / (place - from) + 1.0 / (to - place);
      t[place] =
          Math.abs(sums.mean(place, to) - sums.mean(from, place)) / Math.sqrt(variance * weight);
    }
    return t;
  }
}
