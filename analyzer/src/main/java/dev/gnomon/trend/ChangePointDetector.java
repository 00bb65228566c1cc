package dev.gnomon.trend;

import java.util.Arrays;

/**
 * Finds where the level of a history of positive values shifted.
 *
 * <p>Three searches over the logarithms propose places: penalised least squares on clipped values
 * ({@link PrunedSegmentation}), a t statistic in two windows that slide along ({@link WindowedT})
 * and repeated splitting by energy distance ({@link EnergySplit}). A place that two of them name
 * within three runs of each other is tested against the runs near it, and the weakest place is
 * dropped until all that are left meet the {@link Criteria}. No search is random, so the same
 * values give the same points.
 *
 * <p>A value that is not a positive finite number stands for a run without a result: it is left
 * out, indexes still count it, and a caveat tells how many there were. Values that differ by less
 * than 0.01 % count as equal, so a constant history has no change points.
 *
 * <p>The answer for a prefix of a history does not depend on what follows more than 1,024 runs
 * later; see {@link ChangePointTracker}.
 */
public final class ChangePointDetector {
  private static final ChangePointDetector DEFAULTS = new ChangePointDetector(Criteria.defaults());

  private final Criteria criteria;

  private ChangePointDetector(Criteria criteria) {
    this.criteria = criteria;
  }

  /** The detector as calibrated. */
  public static ChangePointDetector withDefaults() {
    return DEFAULTS;
  }

  /** A detector that asks for something else. */
  public ChangePointDetector with(Criteria other) {
    return new ChangePointDetector(other);
  }

  /** What a shift must show to be called a change point. */
  public Criteria criteria() {
    return criteria;
  }

  /**
   * Finds change points in a whole history.
   *
   * @param values one value a run, oldest first, all in one unit; may be empty
   * @param boundaries indexes at which the environment changed: the run at such an index starts a
   *     series of its own, and no change point is reported across it
   * @throws IllegalArgumentException if a boundary is no index of {@code values}
   */
  public ChangePoints detect(double[] values, int... boundaries) {
    int[] starts = boundaries.clone();
    Arrays.sort(starts);
    if (starts.length > 0 && (starts[0] < 0 || starts[starts.length - 1] >= values.length)) {
      throw new IllegalArgumentException(
          "boundaries "
              + Arrays.toString(starts)
              + " of a history of "
              + values.length
              + " runs, expected indexes of runs");
    }
    Tail tail = new Tail(criteria);
    for (int i = 0; i < values.length; i++) {
      if (Arrays.binarySearch(starts, i) >= 0) {
        tail.cut();
      }
      tail.add(values[i]);
    }
    return tail.points();
  }

  /** A history without runs, to which runs are appended one by one. */
  public ChangePointTracker track() {
    return new ChangePointTracker(new Tail(criteria));
  }
}
