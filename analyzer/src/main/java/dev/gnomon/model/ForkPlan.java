package dev.gnomon.model;

/**
 * How one fork of one benchmark measures. Both sides of a comparison use the same.
 *
 * @param warmupIterations warm-up iterations, at least 0
 * @param warmupNs length of one in ns; 0 for single shot
 * @param iterations measurement iterations, at least 1
 * @param iterationNs length of one in ns; 0 for single shot
 * @param timeoutNs time limit of the whole fork in ns
 */
public record ForkPlan(
    int warmupIterations, long warmupNs, int iterations, long iterationNs, long timeoutNs) {

  public ForkPlan {
    if (warmupIterations < 0 || iterations < 1 || warmupNs < 0 || iterationNs < 0) {
      throw new IllegalArgumentException(
          "a fork of %d × %d ns warm-up and %d × %d ns measurement, expected at least one iteration"
              .formatted(warmupIterations, warmupNs, iterations, iterationNs));
    }
  }

  /** The same plan with another time limit. */
  public ForkPlan limitedTo(long otherNs) {
    return new ForkPlan(warmupIterations, warmupNs, iterations, iterationNs, otherNs);
  }

  /** What all iterations should take, in ns. */
  public long plannedNs() {
    return warmupIterations * warmupNs + iterations * iterationNs;
  }
}
