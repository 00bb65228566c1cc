package dev.gnomon.harness;

import dev.gnomon.measure.MeasurementListener;
import dev.gnomon.model.BenchmarkId;
import dev.gnomon.model.Fork;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Keeps what a measurement tells. */
class Recorder implements MeasurementListener {
  final List<BenchmarkId> listed = new ArrayList<>();
  final List<String> order = new ArrayList<>();
  final List<String> waiting = new ArrayList<>();
  int planned;
  int lastDone;

  @Override
  public void listed(List<BenchmarkId> benchmarks, int forksPlanned) {
    listed.addAll(benchmarks);
    planned = forksPlanned;
  }

  @Override
  public void forkEnded(BenchmarkId id, Fork fork, int done, int planned, Duration left) {
    order.add(fork.round() + " " + id.shortName());
    lastDone = done;
  }

  @Override
  public void pairEnded(
      BenchmarkId id, Fork baseline, Fork candidate, int done, int planned, Duration left) {
    order.add("pair " + candidate.round() + " " + id.shortName());
    lastDone = done;
    this.planned = planned;
  }

  @Override
  public void heartbeat(BenchmarkId id, int done, int planned, Duration elapsed) {}

  @Override
  public void waiting(String holder) {
    waiting.add(holder);
  }
}
