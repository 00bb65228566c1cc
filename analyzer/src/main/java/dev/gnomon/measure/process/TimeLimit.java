package dev.gnomon.measure.process;

import java.util.function.LongSupplier;

/**
 * How long a fork may run. A limit that the user set holds as it is. One that was reckoned from the
 * plan begins anew with every iteration that arrives, since code that has become slow is not stuck;
 * in all such a fork gets {@link #PATIENCE} times its limit.
 */
final class TimeLimit {
  static final int PATIENCE = 4;

  private final LongSupplier clock;
  private final long limitNs;
  private final boolean renewed;
  private final long beganNs;
  private long heardNs;

  /**
   * A limit that begins now.
   *
   * @param limitNs in ns, at least 0
   * @param renewed whether every iteration renews it
   * @param clock in ns
   */
  TimeLimit(long limitNs, boolean renewed, LongSupplier clock) {
    this.limitNs = limitNs;
    this.renewed = renewed;
    this.clock = clock;
    this.beganNs = clock.getAsLong();
    this.heardNs = beganNs;
  }

  /** An iteration has arrived. */
  void heard() {
    heardNs = renewed ? clock.getAsLong() : beganNs;
  }

  /** What is left in ns; 0 or less where the fork must end. */
  long leftNs() {
    long now = clock.getAsLong();
    long whole = limitNs > Long.MAX_VALUE / PATIENCE ? Long.MAX_VALUE : PATIENCE * limitNs;
    return Math.min(limitNs - (now - heardNs), whole - (now - beganNs));
  }

  /** How long the fork has run, in ns. */
  long ranNs() {
    return clock.getAsLong() - beganNs;
  }
}
