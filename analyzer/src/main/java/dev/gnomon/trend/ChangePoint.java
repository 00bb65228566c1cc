package dev.gnomon.trend;

import dev.gnomon.stats.ConfidenceInterval;
import java.util.Objects;

/**
 * A place in a history where the level shifted.
 *
 * @param index position, in the values as given, of the first run at the new level
 * @param kind whether the new level stayed
 * @param shift logarithm of the ratio of the level after to the level before; positive means that
 *     the values grew, whatever that is for their unit
 * @param interval interval of {@code shift}; it does not allow for the place having been chosen by
 *     looking at the same values, so it is a description of the size, not a test
 * @param p two-sided probability of so large a shift at a given place without any change; to be
 *     held against the detector's threshold of one in a million or less, never against 0.05
 * @param levelBefore geometric mean of the values that stand for the level before, in their unit
 * @param levelAfter the same for the level after; for a spike, the level of the spike
 */
public record ChangePoint(
    int index,
    Kind kind,
    double shift,
    ConfidenceInterval interval,
    double p,
    double levelBefore,
    double levelAfter) {

  /** Whether a new level stayed. */
  public enum Kind {
    /** The level stayed for as many runs as the smallest segment has. */
    CHANGE,
    /** The level was back within a few runs. */
    SPIKE
  }

  public ChangePoint {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(interval, "interval");
    if (index < 1) {
      throw new IllegalArgumentException(
          "change point at index " + index + ", expected a run that has one before it");
    }
    if (!(p >= 0 && p <= 1) || !(levelBefore > 0) || !(levelAfter > 0)) {
      throw new IllegalArgumentException(
          "change point with p "
              + p
              + " and levels "
              + levelBefore
              + " and "
              + levelAfter
              + ", expected a probability and positive levels");
    }
  }

  /** Level after over level before; 1.05 means that the values grew by 5 %. */
  public double ratio() {
    return Math.exp(shift);
  }

  /** The same point in a longer history. */
  ChangePoint at(int other) {
    return new ChangePoint(other, kind, shift, interval, p, levelBefore, levelAfter);
  }
}
