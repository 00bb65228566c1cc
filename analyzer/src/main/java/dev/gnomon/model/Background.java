package dev.gnomon.model;

/**
 * What else happened on the machine during one iteration. Times are nanoseconds; a field that could
 * not be read is {@link WorkerTime#UNKNOWN}.
 *
 * @param systemBusyNs busy time of all CPUs, the workers included
 * @param otherThreadsNs on-CPU time of this JVM's threads that are not workers
 * @param jitNs time the JIT compilers reported
 * @param jitDelayNs run-queue delay of the compiler threads
 * @param gcNs time the collectors reported
 * @param stealNs time the hypervisor gave to others
 * @param pressureNs time in which some task waited for a CPU
 */
public record Background(
    long systemBusyNs,
    long otherThreadsNs,
    long jitNs,
    long jitDelayNs,
    long gcNs,
    long stealNs,
    long pressureNs) {

  private static final long X = WorkerTime.UNKNOWN;

  /** Nothing was measured. */
  public static final Background NONE = new Background(X, X, X, X, X, X, X);
}
