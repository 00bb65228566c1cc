package dev.gnomon.measure;

/**
 * The iterations of a fork, without a time limit.
 *
 * @param warmups warm-up iterations
 * @param warmupNs length of one in ns, 0 for single shot
 * @param measured measurement iterations
 * @param measuredNs length of one in ns, 0 for single shot
 */
public record Iterations(int warmups, long warmupNs, int measured, long measuredNs) {

  /** What all iterations should take, in ns. */
  public long plannedNs() {
    return warmups * warmupNs + measured * measuredNs;
  }
}
