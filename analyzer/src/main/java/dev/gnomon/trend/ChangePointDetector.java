package dev.gnomon.trend;

import java.util.List;

/** Finds where the level of a history of positive values shifted. */
public final class ChangePointDetector {
  private static final ChangePointDetector DEFAULTS = new ChangePointDetector();

  private ChangePointDetector() {}

  /** The detector as calibrated. */
  public static ChangePointDetector withDefaults() {
    return DEFAULTS;
  }

  /**
   * Finds change points in a whole history.
   *
   * @param values one value a run, oldest first, all in one unit
   * @param boundaries indexes at which the environment changed: the run at such an index starts a
   *     series of its own, and no change point is reported across it
   */
  public ChangePoints detect(double[] values, int... boundaries) {
    if (values.length == 0 && boundaries.length == 0) {
      return new ChangePoints(List.of(), List.of());
    }
    throw new UnsupportedOperationException("change points are being built");
  }
}
