package dev.gnomon.measure.process;

import dev.gnomon.measure.HostCommand;
import dev.gnomon.measure.Interleave;
import dev.gnomon.measure.MeasurementListener;
import dev.gnomon.measure.MeasurementRequest;
import dev.gnomon.measure.PairWishes;
import dev.gnomon.measure.PairedMeasured;
import dev.gnomon.problem.ProblemException;
import java.nio.file.Path;
import java.time.Clock;

/**
 * Measures two sides of a change side by side: two hosts, one iteration at a time, forks of both
 * sides in pairs, as many of them as are wanted.
 */
public final class PairedMeasurement {
  private final HostCommand baseline;
  private final HostCommand candidate;
  private final Interleave interleave;
  private final Clock clock;
  private final Path locks;

  /**
   * A measurement on this machine, now.
   *
   * @param baseline how the baseline's host is started, with a workspace of its own
   * @param candidate how the candidate's host is started
   * @param interleave what alternates
   */
  public PairedMeasurement(HostCommand baseline, HostCommand candidate, Interleave interleave) {
    this(
        baseline,
        candidate,
        interleave,
        Clock.systemUTC(),
        Path.of(System.getProperty("java.io.tmpdir")));
  }

  PairedMeasurement(
      HostCommand baseline, HostCommand candidate, Interleave interleave, Clock clock, Path locks) {
    this.interleave = interleave;
    this.baseline = baseline;
    this.candidate = candidate;
    this.clock = clock;
    this.locks = locks;
  }

  /**
   * Measures until nothing more is wanted or the budget is used up. What fails on a side is
   * recorded as failed there and the others go on. Where this thread is interrupted, everything is
   * ended and what was measured until then is returned, with the thread's interrupt status set.
   *
   * @param request what is to be measured; its number of forks is not used, the wishes decide
   * @throws ProblemException where nothing can be measured
   */
  public PairedMeasured measure(
      MeasurementRequest request, PairWishes wishes, MeasurementListener listener) {
    PairedSession session =
        new PairedSession(baseline, candidate, request, wishes, interleave, listener, clock);
    try {
      MeasuringLock lock =
          MeasuringLock.acquire(locks, MeasuringLock.holder(candidate, clock), listener::waiting);
      try {
        session.measure();
      } finally {
        lock.close();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      session.cutShort("interrupted");
    }
    return session.measured();
  }
}
