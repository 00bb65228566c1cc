package dev.gnomon.trend;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * The search that Apache Otava makes at its defaults, written for comparison from what is published
 * of it: Fleming et al., "Hunter: using change point detection to hunt for performance regressions"
 * (<a href="https://doi.org/10.1145/3578244.3583719">doi</a>), and the project's MATH.md. Windows
 * of 50 runs slide by half; in each, the split with the largest energy statistic is taken as long
 * as a t test gives p of at most 0.01; then the weakest points are merged away until all have p
 * below 0.001.
 */
final class OtavaDefaults {
  private static final int WINDOW = 50;
  private static final double P = 0.001;
  private static final double WEAK_P = 10 * P;

  private final double[] values;

  private OtavaDefaults(double[] values) {
    this.values = values;
  }

  /** Change points of a history; a missing value repeats the one before it. */
  static List<Integer> changePoints(double[] values) {
    double[] filled = values.clone();
    for (int i = 1; i < filled.length; i++) {
      if (Double.isNaN(filled[i])) {
        filled[i] = filled[i - 1];
      }
    }
    OtavaDefaults search = new OtavaDefaults(filled);
    return search.merge(search.split());
  }

  private List<Integer> split() {
    List<Integer> weak = new ArrayList<>();
    int start = 0;
    while (start < values.length) {
      int last = 0;
      for (int place : divide(start, Math.min(start + WINDOW, values.length))) {
        last = Math.max(last, place);
        if (!weak.contains(place)) {
          weak.add(place);
        }
      }
      start = Math.max(last, start + WINDOW / 2);
    }
    weak.sort(Comparator.naturalOrder());
    return weak;
  }

  /** Splits one window for as long as the best split is significant. */
  private List<Integer> divide(int from, int to) {
    List<Integer> bounds = new ArrayList<>(List.of(from, to));
    while (true) {
      Split best = null;
      for (int i = 0; i + 1 < bounds.size(); i++) {
        if (bounds.get(i + 1) - bounds.get(i) > 1) {
          Split split = best(bounds.get(i), bounds.get(i + 1));
          best = best == null || split.energy > best.energy ? split : best;
        }
      }
      if (best == null || !(p(best.from, best.place, best.to) <= WEAK_P)) {
        return bounds.subList(1, bounds.size() - 1);
      }
      bounds.add(best.place);
      bounds.sort(Comparator.naturalOrder());
    }
  }

  /** The split of a stretch, with any later end, whose energy statistic is largest. */
  private Split best(int from, int to) {
    Split best = new Split(from, from + 1, to, 0);
    double leftPairs = 0;
    for (int place = from + 1; place < to; place++) {
      for (int i = from; i < place - 1; i++) {
        leftPairs += Math.abs(values[i] - values[place - 1]);
      }
      double cross = 0;
      double rightPairs = 0;
      for (int end = place + 1; end <= to; end++) {
        for (int i = from; i < end - 1; i++) {
          double distance = Math.abs(values[i] - values[end - 1]);
          if (i < place) {
            cross += distance;
          } else {
            rightPairs += distance;
          }
        }
        double energy = energy(place - from, end - place, cross, leftPairs, rightPairs);
        best = energy > best.energy ? new Split(from, place, to, energy) : best;
      }
    }
    return best;
  }

  private static double energy(
      double left, double right, double cross, double leftPairs, double rightPairs) {
    double within = left > 1 ? right / (left - 1) * leftPairs : 0;
    within += right > 1 ? left / (right - 1) * rightPairs : 0;
    return 2 / (left + right) * (cross - within);
  }

  /**
   * Removes the weakest point until none is too weak. As in the tool, only the two points to the
   * right of a removed one are tested anew.
   */
  private List<Integer> merge(List<Integer> weak) {
    List<Integer> places = new ArrayList<>(weak);
    List<Double> ps = new ArrayList<>();
    for (int i = 0; i < places.size(); i++) {
      ps.add(p(places, i));
    }
    while (!places.isEmpty()) {
      int weakest = ps.indexOf(Collections.max(ps));
      if (ps.get(weakest) < P) {
        return places;
      }
      places.remove(weakest);
      ps.remove(weakest);
      for (int i = weakest; i < Math.min(weakest + 2, places.size()); i++) {
        ps.set(i, p(places, i));
      }
    }
    return places;
  }

  private double p(List<Integer> places, int i) {
    Segments segments = new Segments(places, values.length);
    return p(segments.start(i), places.get(i), segments.end(i + 1));
  }

  /** Student's test with equal variances, on deviations that divide by n as published. */
  private double p(int from, int place, int to) {
    int left = place - from;
    int right = to - place;
    double degrees = left + right - 2.0;
    if (degrees < 1) {
      return 1;
    }
    double variance =
        ((left - 1) * variance(from, place) + (right - 1) * variance(place, to)) / degrees;
    double t =
        Math.abs(mean(from, place) - mean(place, to))
            / Math.sqrt(variance * (1.0 / left + 1.0 / right));
    return Double.isNaN(t) ? 1 : 2 * new TDistribution(null, degrees).cumulativeProbability(-t);
  }

  private double mean(int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += values[i];
    }
    return sum / (to - from);
  }

  private double variance(int from, int to) {
    double mean = mean(from, to);
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += (values[i] - mean) * (values[i] - mean);
    }
    return sum / (to - from);
  }

  private static final class Split {
    private final int from;
    private final int place;
    private final int to;
    private final double energy;

    Split(int from, int place, int to, double energy) {
      this.from = from;
      this.place = place;
      this.to = to;
      this.energy = energy;
    }
  }
}
