package dev.gnomon.compare;

import dev.gnomon.model.Iteration;
import dev.gnomon.model.WorkerTime;

/**
 * What the code of one iteration cost without what other processes took: wall time less the time
 * its worker stood on the run queue. Blocking stays, since it is the code's own.
 */
final class UncontendedTime {
  private UncontendedTime() {}

  /**
   * Uncontended time per operation in ns.
   *
   * <p>The recorded window covers a little more than the timed part, so the delay enters as a share
   * of the window. The result never falls below on-CPU time, which the code certainly used, nor
   * rises above wall time.
   *
   * @param iteration whose run-queue delay is measured
   */
  static double of(Iteration iteration) {
    WorkerTime workers = iteration.workers();
    double share = Math.min(1, (double) workers.delayNs() / workers.windowNs());
    double left = iteration.nsPerOp() * (1 - share);
    return Math.min(iteration.nsPerOp(), Math.max(left, onCpu(iteration)));
  }

  /** On-CPU time per operation in ns, by operations where they were counted, else by share. */
  static double onCpu(Iteration iteration) {
    WorkerTime workers = iteration.workers();
    return iteration.ops() > 0
        ? workers.onCpuNs() / iteration.ops()
        : iteration.nsPerOp() * workers.onCpuNs() / workers.windowNs();
  }
}
