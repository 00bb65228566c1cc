package dev.gnomon.measure.process;

import dev.gnomon.measure.process.Host.Ending;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;

/** A fork that a host runs now. */
final class RunningFork {
  private static final long AFTER_KILL_NS = 20_000_000_000L;

  private final HostProcess process;
  private final ForkRecord record;
  private final TimeLimit limit;
  private final Predicate<ForkRecord> enough;

  /**
   * A fork that was just ordered.
   *
   * @param enough told all iterations so far; true ends the fork early, as a pilot does
   */
  RunningFork(HostProcess process, ForkOrder order, Predicate<ForkRecord> enough) {
    this.process = process;
    this.record = new ForkRecord(order.profile().map(ForkOrder.Sampled::file));
    this.limit = new TimeLimit(limitNs(order), !order.limitIsUsers(), System::nanoTime);
    this.enough = enough;
  }

  /** A fork that takes turns waits as long as it runs. */
  private static long limitNs(ForkOrder order) {
    long alone = order.plan().timeoutNs();
    return order.turn().isPresent() ? 2 * Math.min(alone, Long.MAX_VALUE / 2) : alone;
  }

  /**
   * Waits for the fork's next word.
   *
   * @param mostNs how long, at most
   * @return how it ended, empty while it runs
   */
  Optional<Ending> poll(long mostNs) throws InterruptedException, HostLostException {
    long left = limit.leftNs();
    if (left <= 0) {
      Duration ran = Duration.ofNanos(limit.ranNs());
      return Optional.of(new Ending(record, stop(), false, Optional.of(ran)));
    }
    Optional<Frame> frame = process.channel().next(Math.min(mostNs, left));
    if (frame.isEmpty()) {
      return Optional.empty();
    }
    if (!frame.get().kind().equals("iteration")) {
      return Optional.of(new Ending(record, frame.get(), false, Optional.empty()));
    }
    limit.heard();
    record.add(frame.get());
    return enough.test(record)
        ? Optional.of(new Ending(record, stop(), true, Optional.empty()))
        : Optional.empty();
  }

  /** Kills the fork; the host then reports a failed one, which ends the exchange. */
  Frame stop() throws InterruptedException, HostLostException {
    process.killForks();
    long deadline = System.nanoTime() + AFTER_KILL_NS;
    while (System.nanoTime() < deadline) {
      Optional<Frame> frame = process.channel().next(deadline - System.nanoTime());
      if (frame.isPresent() && !frame.get().kind().equals("iteration")) {
        return frame.get();
      }
    }
    throw new HostLostException("the host did not notice that its fork was killed");
  }
}
