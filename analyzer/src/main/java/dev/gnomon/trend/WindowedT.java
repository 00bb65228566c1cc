package dev.gnomon.trend;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Compares the values just before each place with those just after, and takes the peaks. It looks
 * twice: through a wide window, which sees small shifts, and through a narrow one, which sees both
 * ends of a short plateau.
 */
final class WindowedT {
  private static final int WIDE = 15;
  private static final double SMALLEST_WIDE_T = 4.5;
  private static final double SMALLEST_NARROW_T = 5;

  private final int smallest;

  WindowedT(int smallestSegment) {
    smallest = smallestSegment;
  }

  /** Positions of the peaks through either window, ascending. */
  List<Integer> candidates(double[] values) {
    Set<Integer> places = new TreeSet<>(peaks(statistics(values, WIDE), SMALLEST_WIDE_T, WIDE / 2));
    double[] narrow = statistics(values, smallest + 1);
    places.addAll(peaks(narrow, SMALLEST_NARROW_T, smallest - 1));
    return List.copyOf(places);
  }

  /** Positions whose |t| is large, and largest within {@code radius} on either side. */
  private static List<Integer> peaks(double[] t, double least, int radius) {
    List<Integer> byStrength =
        IntStream.range(0, t.length)
            .filter(i -> t[i] >= least)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer i) -> -t[i]))
            .toList();
    boolean[] taken = new boolean[t.length];
    List<Integer> peaks = new ArrayList<>();
    for (int place : byStrength) {
      if (!taken[place]) {
        peaks.add(place);
        int from = Math.max(0, place - radius);
        int to = Math.min(t.length, place + radius + 1);
        Arrays.fill(taken, from, to, true);
      }
    }
    return peaks;
  }

  /** |t| with equal variances at each place that leaves a smallest segment on both sides. */
  double[] statistics(double[] values, int width) {
    Sums sums = new Sums(values);
    double[] t = new double[values.length + 1];
    for (int place = smallest; place <= values.length - smallest; place++) {
      int from = Math.max(0, place - width);
      int to = Math.min(values.length, place + width);
      double squares = sums.squares(from, place) + sums.squares(place, to);
      double variance = Math.max(squares / (to - from - 2), Noise.FLOOR * Noise.FLOOR);
      double weight = 1.0 / (place - from) + 1.0 / (to - place);
      t[place] =
          Math.abs(sums.mean(place, to) - sums.mean(from, place)) / Math.sqrt(variance * weight);
    }
    return t;
  }
}
