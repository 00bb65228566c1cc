package dev.gnomon.history;

import dev.gnomon.stats.Caveat;
import dev.gnomon.trend.ChangePoint;
import dev.gnomon.trend.ChangePointDetector;
import dev.gnomon.trend.ChangePoints;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A series while its runs come in, oldest first. */
final class SeriesBuilder {
  private final SeriesKey key;
  private final Points points = new Points();
  private final List<Boundary> boundaries = new ArrayList<>();
  private Optional<Continuity> last = Optional.empty();
  private int wall;

  SeriesBuilder(SeriesKey key) {
    this.key = key;
  }

  void add(int run, Reading reading) {
    last.flatMap(before -> before.brokenBy(reading.continuity()))
        .ifPresent(reason -> boundaries.add(new Boundary(points.size(), reason)));
    last = Optional.of(reading.continuity());
    wall += reading.wall() ? 1 : 0;
    points.add(run, reading.value(), reading.error());
  }

  SeriesHistory build(ChangePointDetector detector) {
    double[] values = Continuity.searched(key.metric(), points.values());
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
