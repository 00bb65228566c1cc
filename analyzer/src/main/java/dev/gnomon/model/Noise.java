package dev.gnomon.model;

/**
 * How disturbed the machine was during the measurement iterations of one fork. A figure that could
 * not be read is {@link WorkerTime#UNKNOWN}. It is shown beside the scores and never changes them.
 *
 * @param windowNs wall time covered, in ns
 * @param stealNs time the hypervisor gave to others, all CPUs, in ns
 * @param cpuPressureNs time in which some task waited for a CPU, in ns
 * @param memoryPressureNs time in which some task waited for memory, in ns
 * @param throttledNs time the cgroup's quota stopped it, in ns
 * @param otherBusyNs busy time of all CPUs beyond this JVM's, in ns
 * @param involuntarySwitches times a worker lost its CPU
 * @param thermalThrottles times CPUs were slowed down because they were hot
 * @param frequencyKhz frequency of the CPUs, the mean of what they told after each iteration
 */
public record Noise(
    long windowNs,
    long stealNs,
    long cpuPressureNs,
    long memoryPressureNs,
    long throttledNs,
    long otherBusyNs,
    long involuntarySwitches,
    long thermalThrottles,
    long frequencyKhz) {

  private static final long X = WorkerTime.UNKNOWN;

  /** Nothing was measured. */
  public static final Noise NONE = new Noise(X, X, X, X, X, X, X, X, X);
}
