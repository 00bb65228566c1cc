package dev.gnomon.evaluation;

import dev.gnomon.attribution.TimeShift;
import dev.gnomon.model.Background;
import dev.gnomon.model.Fork;
import dev.gnomon.model.Iteration;
import dev.gnomon.model.Series;
import dev.gnomon.model.WorkerTime;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;

/**
 * How the parts of a benchmark's time changed. A fork's part is its sum over all iterations by all
 * operations, as samples count it: the mean of the iterations' scores would weigh a few slow ones
 * as much as all others.
 */
final class TimeParts {
  private TimeParts() {}

  /** Candidate − baseline in ns/op; NaN where a fork lacks the accounts. */
  static TimeShift shift(Series before, Series after) {
    double gc = difference(before, after, iteration -> part(iteration, Background::gcNs));
    double jit = difference(before, after, iteration -> part(iteration, Background::jitNs));
    double blocked = difference(before, after, TimeParts::blocked);
    return new TimeShift(
        difference(before, after, iteration -> iteration.nsPerOp() * (1 - delay(iteration))),
        // The collectors stop the workers, so their time is part of what looks blocked.
        blocked - (Double.isFinite(gc) ? gc : 0),
        gc,
        jit);
  }

  private static double difference(
      Series before, Series after, ToDoubleFunction<Iteration> nsPerOp) {
    return mean(after, nsPerOp) - mean(before, nsPerOp);
  }

  private static double mean(Series series, ToDoubleFunction<Iteration> nsPerOp) {
    return series.goodForks().stream()
        .mapToDouble(fork -> perOperation(fork, nsPerOp))
        .average()
        .orElse(Double.NaN);
  }

  private static double perOperation(Fork fork, ToDoubleFunction<Iteration> nsPerOp) {
    double time = 0;
    double operations = 0;
    for (Iteration iteration : fork.iterations()) {
      double weight = iteration.ops() > 0 ? iteration.ops() : 1;
      time += weight * nsPerOp.applyAsDouble(iteration);
      operations += weight;
    }
    return time / operations;
  }

  /** Of the recorded window, what the workers waited for a CPU; NaN where it was not measured. */
  private static double delay(Iteration iteration) {
    WorkerTime workers = iteration.workers();
    return workers.delayMeasured()
        ? Math.min(1 - running(workers), share(workers.delayNs(), workers))
        : Double.NaN;
  }

  private static double blocked(Iteration iteration) {
    return iteration.nsPerOp() * (1 - delay(iteration) - running(iteration.workers()));
  }

  private static double running(WorkerTime workers) {
    return Math.min(1, share(workers.onCpuNs(), workers));
  }

  private static double share(long time, WorkerTime workers) {
    return (double) time / workers.windowNs() / workers.threads();
  }

  /** What was accounted to the process, by its share of the recorded window. */
  private static double part(Iteration iteration, ToLongFunction<Background> of) {
    long time = of.applyAsLong(iteration.background());
    long window = iteration.workers().windowNs();
    return time < 0 || window <= 0
        ? Double.NaN
        : iteration.nsPerOp() * Math.min(1, (double) time / window);
  }
}
