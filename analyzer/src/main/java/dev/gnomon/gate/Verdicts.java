package dev.gnomon.gate;

import dev.gnomon.compare.Change;
import dev.gnomon.stats.Power;

/** Turns figures into a verdict. */
public final class Verdicts {
  private Verdicts() {}

  /**
   * The verdict of a statistical comparison. Fewer than three forks on a side decide nothing.
   *
   * @param change the estimate
   * @param limit what matters, on the log scale, above 0
   * @param pWorse p value of "not worse", adjusted for the number of benchmarks
   * @param pBetter p value of "not better", adjusted likewise
   * @param alpha level of one direction, all benchmarks together
   */
  public static Verdict statistical(
      Change change, double limit, double pWorse, double pBetter, double alpha) {
    if (tooFewForks(change)) {
      return Verdict.INCONCLUSIVE;
    }
    if (pWorse < alpha && change.logRatio() > limit) {
      return Verdict.REGRESSED;
    }
    if (pBetter < alpha && change.logRatio() < -limit) {
      return Verdict.IMPROVED;
    }
    return change.interval().within(limit) ? Verdict.UNCHANGED : Verdict.INCONCLUSIVE;
  }

  /**
   * The verdict on an all but deterministic quantity: worse where the ranges are disjoint and the
   * typical values further apart than the limit.
   */
  public static Verdict exact(Change change, double limit) {
    if (tooFewForks(change)) {
      return Verdict.INCONCLUSIVE;
    }
    if (change.interval().lower() > 0 && change.logRatio() > limit) {
      return Verdict.REGRESSED;
    }
    if (change.interval().upper() < 0 && change.logRatio() < -limit) {
      return Verdict.IMPROVED;
    }
    boolean near = change.interval().lower() >= -limit && change.interval().upper() <= limit;
    return near ? Verdict.UNCHANGED : Verdict.INCONCLUSIVE;
  }

  /** Whether a side has so few forks that nothing may be concluded. */
  public static boolean tooFewForks(Change change) {
    return Math.min(change.candidate().forks(), change.baseline().forks()) < Power.FEWEST_FORKS;
  }
}
