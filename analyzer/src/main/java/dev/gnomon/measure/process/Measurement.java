package dev.gnomon.measure.process;

import dev.gnomon.measure.HostCommand;
import dev.gnomon.measure.Listed;
import dev.gnomon.measure.Measured;
import dev.gnomon.measure.MeasurementListener;
import dev.gnomon.measure.MeasurementRequest;
import dev.gnomon.measure.MeasurementRequest.Selection;
import dev.gnomon.model.BenchmarkId;
import dev.gnomon.problem.ProblemException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/** Measures a suite: one at a time on this machine, one fork at a time. */
public final class Measurement {
  private final HostCommand command;
  private final Clock clock;
  private final Path locks;

  /** A measurement on this machine, now. */
  public Measurement(HostCommand command) {
    this(command, Clock.systemUTC(), Path.of(System.getProperty("java.io.tmpdir")));
  }

  Measurement(HostCommand command, Clock clock, Path locks) {
    this.command = command;
    this.clock = clock;
    this.locks = locks;
  }

  /**
   * Measures what the request names. A benchmark that fails is recorded as failed and the others go
   * on. Where this thread is interrupted, everything is ended and what was measured until then is
   * returned, with the thread's interrupt status set.
   *
   * @throws ProblemException where nothing can be measured
   */
  public Measured measure(MeasurementRequest request, MeasurementListener listener) {
    Session session = new Session(command, request, listener, clock);
    try {
      MeasuringLock lock =
          MeasuringLock.acquire(locks, MeasuringLock.holder(command, clock), listener::waiting);
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

  /**
   * Lists what would be measured, without measuring.
   *
   * @return the benchmarks in JMH's order, empty where none matches
   * @throws ProblemException where the benchmarks can't be listed, {@code interrupted} where this
   *     thread is interrupted meanwhile
   */
  public List<BenchmarkId> list(Selection selection) {
    try (Host host = Host.start(command)) {
      try {
        return host.list(selection).benchmarks().stream().map(Listed::id).toList();
      } catch (HostLostException e) {
        throw host.died("ended while it listed the benchmarks");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ProblemException(
          "interrupted", "Listing the benchmarks was interrupted; nothing was measured.", e);
    }
  }
}
