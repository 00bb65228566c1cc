package dev.gnomon.gate;

/** What is known about one metric of one benchmark. */
public enum Verdict {
  /** Significantly worse, by more than the threshold. */
  REGRESSED,
  /** Worse in the screening, not yet confirmed on fresh forks. */
  SUSPECT,
  /** The benchmark gave no result. */
  FAILED,
  /** The baseline has it, the candidate does not. */
  MISSING,
  /** Both sides have it, but may not be compared. */
  INCOMPARABLE,
  /** The data decide nothing yet. */
  INCONCLUSIVE,
  /** Different, but identical code and JVM on both sides: the machine, not the change. */
  ENVIRONMENT,
  /** The candidate has it, the baseline does not. */
  NEW,
  /** Significantly better, by more than the threshold. */
  IMPROVED,
  /** Shown to lie within the threshold. */
  UNCHANGED
}
