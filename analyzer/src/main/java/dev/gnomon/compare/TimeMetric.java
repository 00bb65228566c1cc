package dev.gnomon.compare;

import dev.gnomon.model.Fork;
import dev.gnomon.model.Metric;
import dev.gnomon.stats.Sample;
import dev.gnomon.unit.Direction;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Other ways to look at a fork's time, each a metric that a rule may judge by its name. All are in
 * ns per operation, and less is better.
 */
public enum TimeMetric {
  /** Mean of all iterations: noisier than {@code time}, but it sees what hits only a few. */
  MEAN("time.mean"),
  /** Time on a CPU. */
  ON_CPU("time.oncpu"),
  /** Time on the run queue, waiting for a CPU that others held. */
  DELAY("time.delay"),
  /** Time neither running nor waiting for a CPU: locks, parking, input and output. */
  BLOCKED("time.blocked");

  private final String metricName;

  TimeMetric(String metricName) {
    this.metricName = metricName;
  }

  /** The metric as rules and reports name it. */
  public Metric metric() {
    return new Metric(metricName, Metric.TIME.unit(), Direction.LOWER_IS_BETTER);
  }

  /** The one with a name, if there is one. */
  public static Optional<TimeMetric> named(String name) {
    return Arrays.stream(values()).filter(m -> m.metricName.equals(name)).findFirst();
  }

  /** Its value in one fork; empty where the fork did not measure it. */
  public OptionalDouble of(Fork fork, TimeBasis basis) {
    if (fork.iterations().isEmpty()) {
      return OptionalDouble.empty();
    }
    if (this == MEAN) {
      return OptionalDouble.of(
          Sample.of(fork.iterations().stream().mapToDouble(basis::time).toArray()).mean());
    }
    Optional<TimeSplit> split = TimeSplit.of(fork);
    if (split.isEmpty() && this == ON_CPU) {
      return onCpuAlone(fork);
    }
    return split.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(part(split.get()));
  }

  /** Where the kernel tells no run-queue delay, the JVM still counts time on a CPU. */
  private static OptionalDouble onCpuAlone(Fork fork) {
    boolean known = fork.iterations().stream().allMatch(i -> i.workers().onCpuMeasured());
    return known
        ? fork.iterations().stream().mapToDouble(UncontendedTime::onCpu).average()
        : OptionalDouble.empty();
  }

  private double part(TimeSplit split) {
    return switch (this) {
      case MEAN -> split.wall();
      case ON_CPU -> split.onCpu();
      case DELAY -> split.delay();
      case BLOCKED -> split.blocked();
    };
  }
}
