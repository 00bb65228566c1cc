package dev.gnomon.history;

import dev.gnomon.stats.Caveat;
import java.util.List;
import java.util.Objects;

/**
 * One benchmark by one metric in one place, over time.
 *
 * @param key which series
 * @param points its values, at least one
 * @param shifts changes and spikes, oldest first
 * @param boundaries where it starts anew, oldest first
 * @param spread how much one run differs from the next without any change: standard deviation on
 *     the log scale of the newest runs; NaN below three runs
 * @param caveats doubts about the whole series
 */
public record SeriesHistory(
    SeriesKey key,
    Points points,
    List<Shift> shifts,
    List<Boundary> boundaries,
    double spread,
    List<Caveat> caveats) {
  public SeriesHistory {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(points, "points");
    shifts = List.copyOf(shifts);
    boundaries = List.copyOf(boundaries);
    caveats = List.copyOf(caveats);
  }

  /** Only the shifts whose new level stayed. */
  public List<Shift> changes() {
    return shifts.stream().filter(Shift::stayed).toList();
  }

  /** Index in the history of its newest run. */
  public int newestRun() {
    return points.run(points.size() - 1);
  }

  /** Its newest value. */
  public double newest() {
    return points.value(points.size() - 1);
  }
}
