package dev.gnomon.history;

import dev.gnomon.model.Metric;
import dev.gnomon.stats.Caveat;
import dev.gnomon.trend.ChangePoint;
import dev.gnomon.trend.ChangePointDetector;
import dev.gnomon.trend.ChangePoints;
import java.util.ArrayList;
import java.util.List;

/** A series while its runs come in, oldest first. */
final class SeriesBuilder {
  /** The smallest value that is told from nothing, in the metric's unit. */
  private static final double SMALLEST_TIME = 1e-3;

  /** Less than a byte an operation is what the measurement itself allocates. */
  private static final double SMALLEST_ALLOCATION = 1;

  private final SeriesKey key;
  private final Points points = new Points();
  private final List<Boundary> boundaries = new ArrayList<>();
  private String code = "";
  private String plan = "";
  private int wall;

  SeriesBuilder(SeriesKey key) {
    this.key = key;
  }

  void add(int run, Reading reading) {
    if (points.size() > 0) {
      boundary(reading);
    }
    code = reading.code();
    plan = reading.plan();
    wall += reading.wall() ? 1 : 0;
    points.add(run, reading.value(), reading.error());
  }

  private void boundary(Reading next) {
    if (!next.code().equals(code)) {
      boundaries.add(
          new Boundary(
              points.size(),
              next.code().isEmpty() || code.isEmpty()
                  ? "It is not known whether the benchmark's own code is the same as before."
                  : "The benchmark's own code changed."));
    } else if (!next.plan().equals(plan)) {
      boundaries.add(
          new Boundary(
              points.size(),
              "It was measured " + next.plan() + " from here on, before " + plan + "."));
    }
  }

  SeriesHistory build(ChangePointDetector detector) {
    double[] values = points.values();
    double smallest = key.metric().equals(Metric.TIME) ? SMALLEST_TIME : SMALLEST_ALLOCATION;
    for (int i = 0; i < values.length; i++) {
      values[i] = Math.max(values[i], smallest);
    }
    int[] starts = boundaries.stream().mapToInt(Boundary::position).toArray();
    ChangePoints found = detector.detect(values, starts);
    List<Shift> shifts = new ArrayList<>();
    for (ChangePoint point : found.all()) {
      shifts.add(new Shift(key, points.run(point.index() - 1), points.run(point.index()), point));
    }
    List<Caveat> caveats = new ArrayList<>(found.caveats());
    if (wall > 0 && wall < points.size()) {
      caveats.add(
          new Caveat(
              "mixed-time",
              wall
                  + " of "
                  + points.size()
                  + " runs are scored by wall time, which includes waiting for a CPU; the others are not."));
    }
    return new SeriesHistory(key, points, shifts, boundaries, Spread.of(values), caveats);
  }
}
