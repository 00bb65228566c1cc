package dev.gnomon.history;

import dev.gnomon.trend.ChangePoint;
import java.util.Objects;

/**
 * A change point of one series, with the runs that it lies between.
 *
 * @param key which series
 * @param before index in the history of the last run at the old level
 * @param after index in the history of the first run at the new level
 * @param point what was found; its index counts the series' own values
 */
public record Shift(SeriesKey key, int before, int after, ChangePoint point) {
  public Shift {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(point, "point");
    if (before >= after) {
      throw new IllegalArgumentException(
          "a shift between the runs " + before + " and " + after + ", expected them in order");
    }
  }

  /** Log of the cost ratio: above zero means worse, whatever the unit. */
  public double worsening() {
    return key.metric().direction().worsening(point.shift());
  }

  /** Whether the new level stayed. */
  public boolean stayed() {
    return point.kind() == ChangePoint.Kind.CHANGE;
  }
}
