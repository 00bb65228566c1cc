package dev.gnomon.calibration;

/** Counts how often something held. */
final class Share {
  private long held;
  private long trials;

  void add(boolean holds) {
    held += holds ? 1 : 0;
    trials++;
  }

  long trials() {
    return trials;
  }

  /** From 0 to 1; NaN without a trial. */
  double value() {
    return (double) held / trials;
  }
}
