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
import java.util.SortedMap;
import java.util.TreeMap;

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
    return new ForkValues(
        baseline.stream()
            .map(side -> values(metric, side.series(), basis))
            .filter(values -> !values.isEmpty())
            .toList(),
        values(metric, candidate.series(), basis),
        doubts(metric, basis));
  }

  /**
   * The values of one metric from forks that ran in pairs: those of the same round. Rounds that
   * lack a value on a side are left out.
   *
   * @return one run of the baseline, in the order of the rounds, as long as the candidate
   */
  public static ForkValues paired(Metric metric, Observed candidate, Observed baseline) {
    TimeBasis basis = TimeBasis.of(List.of(baseline, candidate));
    SortedMap<Integer, Double> ours = byRound(metric, candidate.series(), basis);
    SortedMap<Integer, Double> theirs = byRound(metric, baseline.series(), basis);
    ours.keySet().retainAll(theirs.keySet());
    theirs.keySet().retainAll(ours.keySet());
    List<List<Double>> before =
        theirs.isEmpty() ? List.of() : List.of(List.copyOf(theirs.values()));
    return new ForkValues(before, List.copyOf(ours.values()), doubts(metric, basis));
  }

  private static SortedMap<Integer, Double> byRound(Metric metric, Series series, TimeBasis basis) {
    SortedMap<Integer, Double> values = new TreeMap<>();
    for (Fork fork : series.goodForks()) {
      value(metric, fork, basis).ifPresent(value -> values.put(fork.round(), value));
    }
    return values;
  }

  private static List<Caveat> doubts(Metric metric, TimeBasis basis) {
    boolean time = metric.equals(Metric.TIME) || metric.equals(TimeMetric.MEAN.metric());
    return time ? basis.doubt().stream().toList() : List.of();
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
