package dev.gnomon.evaluation;

import dev.gnomon.attribution.TimeShift;
import dev.gnomon.compare.TimeSplit;
import dev.gnomon.model.Background;
import dev.gnomon.model.Fork;
import dev.gnomon.model.Iteration;
import dev.gnomon.model.Series;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;

/** How the parts of a benchmark's time changed. */
final class TimeParts {
  private TimeParts() {}

  /** Candidate − baseline; NaN where a fork lacks the accounts. */
  static TimeShift shift(Series before, Series after) {
    double gc = difference(before, after, fork -> part(fork, Background::gcNs));
    double jit = difference(before, after, fork -> part(fork, Background::jitNs));
    double blocked = difference(before, after, fork -> split(fork, TimeSplit::blocked));
    return new TimeShift(
        difference(before, after, fork -> split(fork, s -> s.wall() - s.delay())),
        // The collectors stop the workers, so their time is part of what looks blocked.
        blocked - (Double.isFinite(gc) ? gc : 0),
        gc,
        jit);
  }

  private static double difference(Series before, Series after, ToDoubleFunction<Fork> part) {
    return mean(after, part) - mean(before, part);
  }

  private static double mean(Series series, ToDoubleFunction<Fork> part) {
    return series.goodForks().stream().mapToDouble(part).average().orElse(Double.NaN);
  }

  private static double split(Fork fork, ToDoubleFunction<TimeSplit> part) {
    return TimeSplit.of(fork).map(part::applyAsDouble).orElse(Double.NaN);
  }

  /** What was accounted to all iterations, by their share of the recorded window, in ns/op. */
  private static double part(Fork fork, ToLongFunction<Background> of) {
    double sum = 0;
    for (Iteration iteration : fork.iterations()) {
      long time = of.applyAsLong(iteration.background());
      long window = iteration.workers().windowNs();
      if (time < 0 || window <= 0) {
        return Double.NaN;
      }
      sum += iteration.nsPerOp() * Math.min(1, (double) time / window);
    }
    return sum / fork.iterations().size();
  }
}
