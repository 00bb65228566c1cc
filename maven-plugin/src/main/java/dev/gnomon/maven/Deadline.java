package dev.gnomon.maven;

import dev.gnomon.measure.Profiling;
import java.time.Duration;

/**
 * Shares the time of a goal out: building a base counts, and what explains a change needs some.
 *
 * @param end when it is used up, by {@link System#nanoTime}
 * @param budget of the whole goal
 */
record Deadline(long end, Duration budget) {
  /** Of the time that is left, what is kept for forks that explain a change. */
  private static final int EXPLAINING = 6;

  /** What a check keeps of its budget for confirming what looks worse: one part of so many. */
  private static final int CONFIRMING = 3;

  /** What of a check's budget is for forks that are compared with stored runs. */
  static Duration forScreening(Duration budget) {
    return budget.minus(budget.dividedBy(CONFIRMING));
  }

  /** A base that took long to build is measured all the same. */
  static Deadline of(Duration budget, long began) {
    long now = System.nanoTime();
    long least = now + budget.dividedBy(2).toNanos();
    return new Deadline(Math.max(least, began + budget.toNanos()), budget);
  }

  /** What is left now; 0 where it is used up. */
  Duration left() {
    return Duration.ofNanos(Math.max(0, end - System.nanoTime()));
  }

  /** What is left for forks that count. */
  Duration forMeasuring(Profiling profiling) {
    Duration left = left();
    return profiling.byEvidence() ? left.minus(left.dividedBy(EXPLAINING)) : left;
  }
}
