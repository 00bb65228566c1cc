package dev.gnomon.compare;

import dev.gnomon.model.Fork;
import dev.gnomon.model.Iteration;
import dev.gnomon.model.WorkerTime;
import java.util.List;
import java.util.Optional;

/**
 * Where the wall time of a fork's workers went, in ns per operation; the three parts add up to
 * {@code wall}.
 *
 * @param wall as JMH scored it, the mean over iterations
 * @param onCpu running
 * @param delay on the run queue, waiting for a CPU that others held
 * @param blocked neither: locks, parking, input and output
 */
public record TimeSplit(double wall, double onCpu, double delay, double blocked) {

  /**
   * Splits the time of one fork, by the shares of the recorded window.
   *
   * @return empty where a measurement iteration lacks run-queue delay
   */
  public static Optional<TimeSplit> of(Fork fork) {
    List<Iteration> iterations = fork.iterations();
    if (iterations.isEmpty()
        || !iterations.stream().map(Iteration::workers).allMatch(WorkerTime::delayMeasured)) {
      return Optional.empty();
    }
    double wall = 0;
    double onCpu = 0;
    double delay = 0;
    for (Iteration iteration : iterations) {
      WorkerTime workers = iteration.workers();
      double window = (double) workers.windowNs() * workers.threads();
      double running = Math.min(1, workers.onCpuNs() / window);
      wall += iteration.nsPerOp();
      onCpu += iteration.nsPerOp() * running;
      delay += iteration.nsPerOp() * Math.min(1 - running, workers.delayNs() / window);
    }
    int n = iterations.size();
    return Optional.of(
        new TimeSplit(wall / n, onCpu / n, delay / n, Math.max(0, wall - onCpu - delay) / n));
  }
}
