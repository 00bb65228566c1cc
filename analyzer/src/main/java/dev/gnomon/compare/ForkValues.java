package dev.gnomon.compare;

import dev.gnomon.model.Fork;
import dev.gnomon.model.Metric;
import dev.gnomon.model.Secondary;
import dev.gnomon.model.Series;
import dev.gnomon.stats.Caveat;
import dev.gnomon.stats.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * One value a fork, for both sides of a comparison.
 *
 * @param baseline by run, newest first; runs without a value are left out
 * @param candidate the candidate's values in the order its forks ran
 * @param caveats doubts about how they were made
 */
public record ForkValues(
    List<List<Double>> baseline, List<Double> candidate, List<Caveat> caveats) {
  public ForkValues {
    baseline = baseline.stream().map(List::copyOf).toList();
    candidate = List.copyOf(candidate);
    caveats = List.copyOf(caveats);
  }

  /** The values of one metric. */
  public static ForkValues of(Metric metric, Observed candidate, List<Observed> baseline) {
    List<Observed> all = new ArrayList<>(baseline);
    all.add(candidate);
    TimeBasis basis = TimeBasis.of(all);
    List<Caveat> caveats = new ArrayList<>();
    if (metric.equals(Metric.TIME) || metric.equals(TimeMetric.MEAN.metric())) {
      basis.doubt().ifPresent(caveats::add);
    }
    return new ForkValues(
        baseline.stream()
            .map(side -> values(metric, side.series(), basis))
            .filter(values -> !values.isEmpty())
            .toList(),
        values(metric, candidate.series(), basis),
        caveats);
  }

  /** Whether both sides have something to compare. */
  public boolean comparable() {
    return !candidate.isEmpty() && !baseline.isEmpty();
  }

  /** Forks of the baseline, all runs together. */
  public int baselineForks() {
    return baseline.stream().mapToInt(List::size).sum();
  }

  /** The values of the baseline, all runs together, newest run first. */
  public List<Double> pooledBaseline() {
    return baseline.stream().flatMap(List::stream).toList();
  }

  private static List<Double> values(Metric metric, Series series, TimeBasis basis) {
    List<Double> values = new ArrayList<>();
    for (Fork fork : series.goodForks()) {
      OptionalDouble value = value(metric, fork, basis);
      value.ifPresent(values::add);
    }
    return values;
  }

  /** The time of one fork in ns/op; empty where it measured no iteration. */
  public static OptionalDouble time(Fork fork, TimeBasis basis) {
    if (fork.iterations().isEmpty()) {
      return OptionalDouble.empty();
    }
    double[] times = fork.iterations().stream().mapToDouble(basis::time).toArray();
    return OptionalDouble.of(Location.CHOSEN.of(Sample.of(times)));
  }

  private static OptionalDouble value(Metric metric, Fork fork, TimeBasis basis) {
    if (metric.equals(Metric.TIME)) {
      return time(fork, basis);
    }
    return TimeMetric.named(metric.name())
        .map(time -> time.of(fork, basis))
        .orElseGet(() -> secondary(fork, metric.name()));
  }

  private static OptionalDouble secondary(Fork fork, String name) {
    Secondary secondary = fork.secondary().get(name);
    return secondary == null || !Double.isFinite(secondary.value())
        ? OptionalDouble.empty()
        : OptionalDouble.of(secondary.value());
  }
}
