package dev.gnomon.trend;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;

/** Everything that is done to the values in view; positions count from the first of them. */
final class Analysis {
  private final Criteria criteria;

  Analysis(Criteria criteria) {
    this.criteria = criteria;
  }

  List<ChangePoint> points(double[] logs) {
    if (logs.length < 2 * criteria.minimumSegment()) {
      return List.of();
    }
    // Sums of squares lose digits when the values lie far from zero.
    double centre = DoubleStream.of(logs).average().orElseThrow();
    double[] values = DoubleStream.of(logs).map(value -> value - centre).toArray();
    double noise = Noise.of(values);
    double[] clipped = Clipping.of(values, criteria.spikeLength(), noise);
    ShiftTest test = new ShiftTest(criteria, clipped, noise, centre);
    List<Integer> places = new Pruning(criteria, values, test).of(proposed(clipped, noise));

    List<ChangePoint> points = new ArrayList<>();
    Segments segments = new Segments(places, values.length);
    for (int i = 0; i < places.size(); i++) {
      points.add(test.at(segments.start(i), places.get(i), segments.end(i + 1)).asChange());
    }
    points.addAll(new Spikes(criteria, values, clipped, test).in(segments));
    points.sort(Comparator.comparingInt(ChangePoint::index));
    return points;
  }

  private List<Integer> proposed(double[] clipped, double noise) {
    int smallest = criteria.minimumSegment();
    return Vote.of(
        List.of(
            new PrunedSegmentation(smallest).candidates(clipped, noise),
            new WindowedT(smallest).candidates(clipped),
            new EnergySplit(smallest).candidates(clipped)));
  }
}
