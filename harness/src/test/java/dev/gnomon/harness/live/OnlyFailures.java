package dev.gnomon.harness.live;

import dev.gnomon.measure.MeasurementListener;
import dev.gnomon.model.BenchmarkId;
import dev.gnomon.model.Fork;
import java.time.Duration;
import java.util.List;

/** Says nothing but what went wrong. */
final class OnlyFailures implements MeasurementListener {
  @Override
  public void listed(List<BenchmarkId> benchmarks, int forksPlanned) {}

  @Override
  public void forkEnded(BenchmarkId id, Fork fork, int done, int planned, Duration left) {
    tell(fork);
  }

  @Override
  public void pairEnded(
      BenchmarkId id, Fork baseline, Fork candidate, int done, int planned, Duration left) {
    tell(baseline);
    tell(candidate);
  }

  private static void tell(Fork fork) {
    fork.failure().ifPresent(failure -> System.out.println("  failed: " + failure.reason()));
  }

  @Override
  public void heartbeat(BenchmarkId id, int done, int planned, Duration elapsed) {}

  @Override
  public void waiting(String holder) {
    System.out.println("  waits for " + holder);
  }
}
