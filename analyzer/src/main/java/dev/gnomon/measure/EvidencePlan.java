package dev.gnomon.measure;

import dev.gnomon.measure.PairWishes.Wish;
import dev.gnomon.model.BenchmarkId;
import dev.gnomon.model.Fork;
import dev.gnomon.model.ForkPlan;
import dev.gnomon.model.Series;
import dev.gnomon.profile.ProfileEvent;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * How forks are measured that only explain a change: profiled too finely to count, in pairs, until
 * there are enough samples to tell which frame changed.
 *
 * @param event what is sampled
 */
public record EvidencePlan(ProfileEvent event) {
  /** Samples of a fork with which, at five forks a side, the right frame ranks first. */
  static final int SAMPLES = 2_000;

  private static final int ITERATIONS = 20;
  private static final int MOST_PAIRS = 10;

  /** What such forks leave. */
  public Profiling profiling() {
    return new Profiling(Profiling.Mode.ALWAYS, event, interval());
  }

  private long interval() {
    return switch (event) {
      case CPU, WALL -> 1_000_000;
      case ALLOC -> 128 * 1024;
      case LOCK -> 10_000;
    };
  }

  /** Pairs at the least: shares of bytes vary less from fork to fork than time does. */
  private int fewestPairs() {
    return switch (event) {
      case CPU, WALL -> 5;
      case ALLOC, LOCK -> 3;
    };
  }

  /**
   * The plan of forks of a benchmark that was measured by another, for about two seconds.
   *
   * @param plan how its forks measured; single shots stay as they are
   */
  public ForkPlan forks(ForkPlan plan) {
    long wanted = ITERATIONS * Planner.ITERATION_NS;
    long each = plan.iterationNs();
    // A pilot asks for fewer iterations where each takes longer than planned.
    return each <= 0 || plan.iterations() * each >= wanted || Planner.isOfPilot(plan)
        ? plan
        : new ForkPlan(
            plan.warmupIterations(),
            plan.warmupNs(),
            (int) ((wanted + each - 1) / each),
            each,
            plan.timeoutNs() + 4 * wanted);
  }

  /**
   * Which pairs are wanted next of these benchmarks: a few first, then one at a time while a side
   * has too few samples. A benchmark whose forks leave no profile is given up.
   */
  public PairWishes wishes(Collection<BenchmarkId> ids) {
    List<BenchmarkId> order = List.copyOf(ids);
    return soFar -> order.stream().flatMap(id -> wish(id, soFar).stream()).toList();
  }

  private Optional<Wish> wish(BenchmarkId id, PairedMeasured soFar) {
    Optional<Series> ours = series(soFar.candidate(), id);
    Optional<Series> theirs = series(soFar.baseline(), id);
    if (ours.isEmpty() || theirs.isEmpty()) {
      return Optional.empty();
    }
    int done = Math.min(ours.get().forks().size(), theirs.get().forks().size());
    if (done < fewestPairs()) {
      return Optional.of(new Wish(id, fewestPairs() - done));
    }
    long fewest = Math.min(samples(ours.get()), samples(theirs.get()));
    boolean more = fewest > 0 && fewest < (long) SAMPLES * fewestPairs() && done < MOST_PAIRS;
    return more ? Optional.of(new Wish(id, 1)) : Optional.empty();
  }

  private static Optional<Series> series(Measured side, BenchmarkId id) {
    return side.series().stream().filter(series -> series.id().equals(id)).findFirst();
  }

  private static long samples(Series series) {
    return series.goodForks().stream()
        .map(Fork::profile)
        .mapToLong(profile -> profile.samples())
        .sum();
  }
}
