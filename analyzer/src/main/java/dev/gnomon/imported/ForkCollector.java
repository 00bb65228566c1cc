package dev.gnomon.imported;

import dev.gnomon.model.Background;
import dev.gnomon.model.BenchmarkId;
import dev.gnomon.model.Failure;
import dev.gnomon.model.Fork;
import dev.gnomon.model.ForkPlan;
import dev.gnomon.model.Iteration;
import dev.gnomon.model.Noise;
import dev.gnomon.model.ProfileRef;
import dev.gnomon.model.Secondary;
import dev.gnomon.model.Series;
import dev.gnomon.model.WorkerTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Gathers single values into the series of one run. Every value of a benchmark is a fork of one
 * iteration: nothing else is known of how it came about.
 */
final class ForkCollector {
  private static final ForkPlan PLAN = new ForkPlan(0, 0, 1, 0, 0);

  private final Map<BenchmarkId, Values> benchmarks = new TreeMap<>();

  private static final class Values {
    private final List<Optional<Iteration>> times = new ArrayList<>();
    private final SortedMap<String, List<Secondary>> others = new TreeMap<>();
  }

  private Values of(BenchmarkId id) {
    return benchmarks.computeIfAbsent(id, unseen -> new Values());
  }

  /** A time in ns/op; what is no finite time of at least 0 is a fork without a result. */
  void time(BenchmarkId id, double nsPerOp, double ops) {
    boolean usable = Double.isFinite(nsPerOp) && nsPerOp >= 0;
    double known = Double.isFinite(ops) && ops >= 0 ? ops : 0;
    of(id)
        .times
        .add(
            usable
                ? Optional.of(new Iteration(nsPerOp, known, WorkerTime.NONE, Background.NONE))
                : Optional.empty());
  }

  /** A value of another metric; the n-th belongs to the fork of the n-th time. */
  void other(BenchmarkId id, String metric, double value, String unit) {
    of(id)
        .others
        .computeIfAbsent(metric, unseen -> new ArrayList<>())
        .add(new Secondary(value, unit));
  }

  boolean hasTime(BenchmarkId id) {
    return !of(id).times.isEmpty();
  }

  /** Benchmarks of which nothing but other metrics is known. */
  long withoutTime() {
    return benchmarks.values().stream().filter(values -> values.times.isEmpty()).count();
  }

  /** Times that were none. */
  long withoutResult() {
    return benchmarks.values().stream()
        .flatMap(values -> values.times.stream())
        .filter(Optional::isEmpty)
        .count();
  }

  List<Series> series() {
    return benchmarks.entrySet().stream()
        .map(entry -> new Series(entry.getKey(), PLAN, "", forks(entry.getValue())))
        .toList();
  }

  private static List<Fork> forks(Values values) {
    int most = values.others.values().stream().mapToInt(List::size).max().orElse(0);
    List<Fork> forks = new ArrayList<>();
    for (int i = 0; i < Math.max(most, values.times.size()); i++) {
      SortedMap<String, Secondary> others = new TreeMap<>();
      for (Map.Entry<String, List<Secondary>> other : values.others.entrySet()) {
        if (i < other.getValue().size()) {
          others.put(other.getKey(), other.getValue().get(i));
        }
      }
      forks.add(
          i < values.times.size()
              ? fork(i, values.times.get(i), others)
              : fork(i, List.of(), others, Optional.empty()));
    }
    return forks;
  }

  private static Fork fork(
      int number, Optional<Iteration> time, SortedMap<String, Secondary> others) {
    return time.isPresent()
        ? fork(number, List.of(time.get()), others, Optional.empty())
        : fork(
            number,
            List.of(),
            new TreeMap<>(),
            Optional.of(
                new Failure(Failure.Kind.NO_RESULT, "the file has no time for it", List.of())));
  }

  private static Fork fork(
      int number,
      List<Iteration> iterations,
      SortedMap<String, Secondary> others,
      Optional<Failure> failure) {
    return new Fork(
        number, Instant.EPOCH, List.of(), iterations, others, Noise.NONE, ProfileRef.OFF, failure);
  }
}
