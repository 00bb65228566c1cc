package dev.gnomon.measure.process;

import dev.gnomon.measure.MeasurementListener;
import dev.gnomon.model.BenchmarkId;
import dev.gnomon.model.Fork;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Counts forks, estimates the time left, watches the budget, and tells the listener. The time left
 * is the usual length of a fork, over all benchmarks alike because rounds visit all alike.
 */
final class Progress {
  /** How much longer than planned forks take before any has shown it: starting JVMs is part. */
  static final double USUAL_STRETCH = 1.5;

  private static final long HEARTBEAT_NS = 30_000_000_000L;

  private final MeasurementListener listener;
  private final long budgetNs;
  private final long beganNs = System.nanoTime();
  private long lastWordNs = beganNs;
  private long forkBeganNs = beganNs;
  private long forksNs;
  private int planned;
  private int done;
  private int skipped;
  private BenchmarkId running;

  Progress(MeasurementListener listener, Optional<Duration> budget) {
    this.listener = listener;
    this.budgetNs = budget.map(Duration::toNanos).orElse(Long.MAX_VALUE);
  }

  void begin(List<BenchmarkId> benchmarks, int forks) {
    planned = forks;
    listener.listed(benchmarks, forks);
  }

  void started(BenchmarkId id) {
    running = id;
    forkBeganNs = System.nanoTime();
  }

  void ended(BenchmarkId id, Fork fork) {
    count();
    listener.forkEnded(id, fork, done, planned - skipped, left());
  }

  /** The first fork of a pair ended; the listener is told of both together. */
  void halfEnded() {
    count();
  }

  void pairEnded(BenchmarkId id, Fork baseline, Fork candidate) {
    count();
    listener.pairEnded(id, baseline, candidate, done, planned - skipped, left());
  }

  private void count() {
    done++;
    lastWordNs = System.nanoTime();
    forksNs += lastWordNs - forkBeganNs;
    // Of two that ran at once the first has the time of both.
    forkBeganNs = lastWordNs;
  }

  /** More forks are to run than was known at the beginning. */
  void plan(int forks) {
    planned += forks;
  }

  /** A fork that will not run, because its benchmark failed. */
  void skip() {
    skipped++;
  }

  void idle() {
    long now = System.nanoTime();
    if (now - lastWordNs >= HEARTBEAT_NS) {
      lastWordNs = now;
      listener.heartbeat(running, done, planned - skipped, Duration.ofNanos(now - beganNs));
    }
  }

  /** Whether the budget leaves no time for another fork of the usual length. */
  boolean exhausted() {
    long usual = done == 0 ? 0 : forksNs / done;
    return leftNs() < usual;
  }

  /** What the budget leaves, in ns; huge where there is none, negative where it is used up. */
  long leftNs() {
    return budgetNs - (System.nanoTime() - beganNs);
  }

  /**
   * Says that the budget is used up: what was not reached is undecided, which is no interruption.
   */
  String usedUp() {
    return "perf.budget of %d s is used up after %s."
        .formatted(Duration.ofNanos(budgetNs).toSeconds(), done());
  }

  /** Says that measuring was ended from outside. */
  String cutShort(String why) {
    return "Measuring was cut short: %s after %s.".formatted(why, done());
  }

  private String done() {
    return done + " of " + planned + " forks";
  }

  private Duration left() {
    long remaining = (long) planned - skipped - done;
    return Duration.ofNanos(done == 0 ? 0 : forksNs / done * remaining);
  }
}
