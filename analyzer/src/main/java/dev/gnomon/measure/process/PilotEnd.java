package dev.gnomon.measure.process;

import dev.gnomon.measure.WarmupRule;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

/**
 * Whether a pilot has shown enough: its series has arrived, or it has gone on for long. Starting
 * the JVM and setting up the benchmark are no part of that, however long they take.
 */
final class PilotEnd implements Predicate<ForkRecord> {
  /** Longest time from the end of the first iteration, in ns. */
  static final long LONGEST_NS = 8_000_000_000L;

  private final LongSupplier clock;
  private boolean begun;
  private long begin;

  /**
   * A pilot that has not begun.
   *
   * @param clock in ns
   */
  PilotEnd(LongSupplier clock) {
    this.clock = clock;
  }

  @Override
  public boolean test(ForkRecord record) {
    if (record.warmup().isEmpty()) {
      return false;
    }
    if (!begun) {
      begun = true;
      begin = clock.getAsLong();
    }
    return WarmupRule.DEFAULT.arrived(record.warmup()) || clock.getAsLong() - begin > LONGEST_NS;
  }
}
