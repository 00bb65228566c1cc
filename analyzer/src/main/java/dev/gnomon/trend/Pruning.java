package dev.gnomon.trend;

import java.util.ArrayList;
import java.util.List;

/** Drops the weakest place until every place that is left meets the criteria. */
final class Pruning {
  private final Criteria criteria;
  private final double[] values;
  private final ShiftTest test;

  /**
   * @param values log values as measured, spikes included
   */
  Pruning(Criteria criteria, double[] values, ShiftTest test) {
    this.criteria = criteria;
    this.values = values;
    this.test = test;
  }

  /** The places that stay, ascending as they came. */
  List<Integer> of(List<Integer> proposed) {
    List<Integer> places = new ArrayList<>(proposed);
    int weakest = weakest(places);
    while (weakest >= 0) {
      places.remove(weakest);
      weakest = weakest(places);
    }
    return places;
  }

  /** Index of the place that misses the criteria by most, or -1 where none misses them. */
  private int weakest(List<Integer> places) {
    Segments segments = new Segments(places, values.length);
    double spread = spread(segments);
    double most = 0;
    int weakest = -1;
    for (int i = 0; i < places.size(); i++) {
      int from = segments.start(i);
      int to = segments.end(i + 1);
      double shortfall =
          test.lasts(from, places.get(i), to)
              ? shortfall(test.at(from, places.get(i), to), spread)
              : Double.POSITIVE_INFINITY;
      if (shortfall > most) {
        most = shortfall;
        weakest = i;
      }
    }
    return weakest;
  }

  /** By what part of it the criterion missed most is missed; zero or less when all are met. */
  private double shortfall(Shift shift, double spread) {
    double asked = Math.log10(criteria.threshold());
    double p = 1 - Math.log10(shift.p()) / asked;
    double local = 1 - shift.effect() / criteria.localEffect();
    double plain = 1 - shift.effect() / criteria.plainEffect();
    double whole = 1 - Math.abs(shift.size()) / (spread * criteria.spreadEffect());
    return Math.max(Math.max(p, local), Math.min(plain, whole));
  }

  /** Root mean square of what the values do around the medians of their segments. */
  private double spread(Segments segments) {
    double sum = 0;
    for (int i = 0; i < segments.count(); i++) {
      double median = Medians.of(values, segments.start(i), segments.end(i));
      for (int j = segments.start(i); j < segments.end(i); j++) {
        sum += (values[j] - median) * (values[j] - median);
      }
    }
    return Math.max(Math.sqrt(sum / values.length), Noise.FLOOR);
  }
}
