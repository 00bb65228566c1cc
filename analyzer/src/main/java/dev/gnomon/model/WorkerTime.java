package dev.gnomon.model;

/**
 * What the kernel's scheduler accounted to the worker threads during one iteration. All times are
 * nanoseconds; a field that could not be read is {@link #UNKNOWN}.
 *
 * @param threads worker threads that were read, 0 where none could be
 * @param windowNs wall time between the two readings
 * @param onCpuNs time on a CPU, summed over the workers
 * @param delayNs time on the run queue waiting for a CPU, summed over the workers
 */
public record WorkerTime(int threads, long windowNs, long onCpuNs, long delayNs) {

  /** Marks a figure that was not measured. */
  public static final long UNKNOWN = -1;

  /** Nothing was measured. */
  public static final WorkerTime NONE = new WorkerTime(0, UNKNOWN, UNKNOWN, UNKNOWN);

  /** Whether on-CPU time is known: zero on-CPU time means that the workers were not found. */
  public boolean onCpuMeasured() {
    return threads > 0 && windowNs > 0 && onCpuNs > 0;
  }

  /** Whether run-queue delay is known as well. */
  public boolean delayMeasured() {
    return onCpuMeasured() && delayNs >= 0;
  }
}
