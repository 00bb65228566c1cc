package dev.gnomon.evaluation;

import dev.gnomon.attribution.Attribution;
import dev.gnomon.attribution.Attributor;
import dev.gnomon.attribution.ProfiledSides;
import dev.gnomon.attribution.TimeShift;
import dev.gnomon.attribution.Weight;
import dev.gnomon.gate.Judgement;
import dev.gnomon.gate.Verdict;
import dev.gnomon.model.BenchmarkId;
import dev.gnomon.model.Metric;
import dev.gnomon.model.Series;
import dev.gnomon.profile.ProfileEvent;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Adds to an evaluation which frames explain the changes of time and allocation that it found. */
public final class CauseSearch {
  private final ProfiledRun baseline;
  private final ProfiledRun candidate;
  private final Set<String> changed;

  private CauseSearch(ProfiledRun baseline, ProfiledRun candidate, Set<String> changed) {
    this.baseline = baseline;
    this.candidate = candidate;
    this.changed = changed;
  }

  /**
   * Explains every benchmark whose time or allocation regressed or improved and that nothing
   * explains yet, worst first, up to {@link Evaluation#MOST_ATTRIBUTIONS}. Both runs must be
   * comparable: measured side by side, or in one environment, so that one JDK was sampled.
   *
   * @param changed names of classes, {@code a.b.C$Nested}, whose code differs between the two
   * @return the same evaluation; without a word on a benchmark where a side has no profile, and
   *     with {@link Attribution.Cause#INCOMPARABLE} where the two were taken by different engines
   *     or at different intervals
   */
  public static Evaluation of(
      Evaluation evaluation, Set<String> changed, ProfiledRun baseline, ProfiledRun candidate) {
    CauseSearch search = new CauseSearch(baseline, candidate, changed);
    List<Attribution> found =
        open(evaluation)
            .flatMap(id -> search.explain(id, events(evaluation, id)).stream())
            .toList();
    return evaluation.with(
        Stream.concat(evaluation.attributions().stream(), found.stream())
            .limit(Evaluation.MOST_ATTRIBUTIONS)
            .toList());
  }

  /**
   * Explains the change of one benchmark between two runs, by each event that both have profiles
   * of.
   *
   * @param changed as above
   * @return empty where a run lacks it or its profiles
   */
  public static List<Attribution> between(
      BenchmarkId id, Set<String> changed, ProfiledRun baseline, ProfiledRun candidate) {
    return new CauseSearch(baseline, candidate, changed)
        .explain(id, EnumSet.allOf(ProfileEvent.class));
  }

  /** Whether there is a change that nothing explains yet. */
  public static boolean isOpen(Evaluation evaluation) {
    return open(evaluation).findAny().isPresent();
  }

  /** Benchmarks with a change that nothing explains yet, worst first. */
  static Stream<BenchmarkId> open(Evaluation evaluation) {
    return evaluation.judgements().stream()
        .filter(j -> changed(j, Metric.TIME) || changed(j, Metric.ALLOCATION))
        .map(Judgement::id)
        .distinct()
        .filter(id -> evaluation.attributions(id).isEmpty())
        .limit(Evaluation.MOST_ATTRIBUTIONS);
  }

  /** What may explain a benchmark: a change of allocation alone is not one of time. */
  private static Set<ProfileEvent> events(Evaluation evaluation, BenchmarkId id) {
    return changed(evaluation, id, Metric.TIME)
        ? EnumSet.allOf(ProfileEvent.class)
        : EnumSet.of(ProfileEvent.ALLOC);
  }

  /** Whether a metric of a benchmark regressed or improved. */
  static boolean changed(Evaluation evaluation, BenchmarkId id, Metric metric) {
    return evaluation.judgements().stream().anyMatch(j -> j.id().equals(id) && changed(j, metric));
  }

  private static boolean changed(Judgement judgement, Metric metric) {
    Verdict verdict = judgement.verdict();
    return judgement.metric().name().equals(metric.name())
        && (verdict == Verdict.REGRESSED || verdict == Verdict.IMPROVED);
  }

  private List<Attribution> explain(BenchmarkId id, Set<ProfileEvent> events) {
    Optional<Series> before = baseline.run().series(id);
    Optional<Series> after = candidate.run().series(id);
    return before.isEmpty() || after.isEmpty()
        ? List.of()
        : events.stream()
            .flatMap(event -> explain(event, before.get(), after.get()).stream())
            .toList();
  }

  private Optional<Attribution> explain(ProfileEvent event, Series before, Series after) {
    SampledForks theirs = SampledForks.of(before, event, baseline);
    SampledForks ours = SampledForks.of(after, event, candidate);
    if (theirs.isEmpty() || ours.isEmpty()) {
      return Optional.empty();
    }
    Weight weight = Weight.of(event);
    TimeShift shift = TimeParts.shift(before, after);
    Optional<SampledForks.Way> way = theirs.common(ours);
    if (way.isEmpty()) {
      String both = theirs.usual().words(event) + " and " + ours.usual().words(event);
      return Optional.of(Attribution.incomparable(before.id(), weight, shift, both));
    }
    ProfiledSides sides = new ProfiledSides(weight, theirs.by(way.get()), ours.by(way.get()));
    return Optional.of(
        Attributor.of(before.id(), sides, shift, changed).sampled(way.get().words(event)));
  }
}
