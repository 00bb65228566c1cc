package dev.gnomon.evaluation;

import dev.gnomon.attribution.Attribution;
import dev.gnomon.attribution.Attributor;
import dev.gnomon.attribution.ProfiledFork;
import dev.gnomon.attribution.ProfiledSides;
import dev.gnomon.attribution.TimeShift;
import dev.gnomon.attribution.Weight;
import dev.gnomon.compare.TimeSplit;
import dev.gnomon.gate.Judgement;
import dev.gnomon.gate.Verdict;
import dev.gnomon.model.BenchmarkId;
import dev.gnomon.model.Fork;
import dev.gnomon.model.Iteration;
import dev.gnomon.model.Metric;
import dev.gnomon.model.ProfileRef;
import dev.gnomon.model.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** Adds to an evaluation which frames explain the changes of time that it found. */
public final class CauseSearch {
  private static final String CPU = "cpu";

  private final ProfiledRun baseline;
  private final ProfiledRun candidate;
  private final Set<String> changed;

  private CauseSearch(ProfiledRun baseline, ProfiledRun candidate, Set<String> changed) {
    this.baseline = baseline;
    this.candidate = candidate;
    this.changed = changed;
  }

  /**
   * Explains every benchmark whose time regressed or improved and that nothing explains yet, worst
   * first, up to {@link Evaluation#MOST_ATTRIBUTIONS}. Both runs must be comparable: measured side
   * by side, or in one environment, so that one JDK was sampled.
   *
   * @param changed names of classes, {@code a.b.C$Nested}, whose code differs between the two
   * @return the same evaluation; without a word on a benchmark where a side has no CPU profile, or
   *     the two were taken by different engines or at different intervals
   */
  public static Evaluation of(
      Evaluation evaluation, Set<String> changed, ProfiledRun baseline, ProfiledRun candidate) {
    Stream<Attribution> found =
        open(evaluation).flatMap(id -> between(id, changed, baseline, candidate).stream());
    return evaluation.with(
        Stream.concat(evaluation.attributions().stream(), found)
            .limit(Evaluation.MOST_ATTRIBUTIONS)
            .toList());
  }

  /**
   * Explains the change of one benchmark between two runs.
   *
   * @param changed as above
   * @return empty where a run lacks it or its profiles, or they were taken in different ways
   */
  public static Optional<Attribution> between(
      BenchmarkId id, Set<String> changed, ProfiledRun baseline, ProfiledRun candidate) {
    return new CauseSearch(baseline, candidate, changed).explain(id);
  }

  /** Whether there is a change of time that nothing explains yet. */
  public static boolean isOpen(Evaluation evaluation) {
    return open(evaluation).findAny().isPresent();
  }

  private static Stream<BenchmarkId> open(Evaluation evaluation) {
    return evaluation.judgements().stream()
        .filter(CauseSearch::timeChanged)
        .map(Judgement::id)
        .distinct()
        .filter(id -> evaluation.attributions(id).isEmpty())
        .limit(Evaluation.MOST_ATTRIBUTIONS);
  }

  private static boolean timeChanged(Judgement judgement) {
    Verdict verdict = judgement.verdict();
    return judgement.metric().equals(Metric.TIME)
        && (verdict == Verdict.REGRESSED || verdict == Verdict.IMPROVED);
  }

  private Optional<Attribution> explain(BenchmarkId id) {
    Optional<Series> before = baseline.run().series(id);
    Optional<Series> after = candidate.run().series(id);
    if (before.isEmpty() || after.isEmpty()) {
      return Optional.empty();
    }
    List<Fork> theirs = sampled(before.get());
    List<Fork> ours = sampled(after.get());
    long ways =
        Stream.concat(theirs.stream(), ours.stream())
            .map(fork -> new Sampling(fork.profile().engine(), fork.profile().intervalNs()))
            .distinct()
            .count();
    if (theirs.isEmpty() || ours.isEmpty() || ways > 1) {
      return Optional.empty();
    }
    ProfiledSides sides =
        new ProfiledSides(Weight.CPU, profiled(theirs, baseline), profiled(ours, candidate));
    return Optional.of(Attributor.of(id, sides, shift(before.get(), after.get()), changed));
  }

  private record Sampling(String engine, long intervalNs) {}

  private static List<Fork> sampled(Series series) {
    return series.goodForks().stream()
        .filter(fork -> fork.profile().present() && fork.profile().event().equals(CPU))
        .toList();
  }

  private static List<ProfiledFork> profiled(List<Fork> forks, ProfiledRun run) {
    List<ProfiledFork> profiled = new ArrayList<>();
    for (Fork fork : forks) {
      double operations = fork.iterations().stream().mapToDouble(Iteration::ops).sum();
      ProfileRef ref = fork.profile();
      if (operations > 0) {
        run.profiles()
            .apply(ref)
            .ifPresent(profile -> profiled.add(new ProfiledFork(profile, operations)));
      }
    }
    return profiled;
  }

  /** Compiling does not stop the workers, so what it costs them is unknown. */
  private static TimeShift shift(Series before, Series after) {
    return new TimeShift(
        mean(after, split -> split.wall() - split.delay())
            - mean(before, split -> split.wall() - split.delay()),
        mean(after, TimeSplit::blocked) - mean(before, TimeSplit::blocked),
        Double.NaN,
        Double.NaN);
  }

  /** NaN where a fork lacks the kernel's accounts. */
  private static double mean(Series series, ToDoubleFunction<TimeSplit> part) {
    return series.goodForks().stream()
        .mapToDouble(fork -> TimeSplit.of(fork).map(part::applyAsDouble).orElse(Double.NaN))
        .average()
        .orElse(Double.NaN);
  }
}
