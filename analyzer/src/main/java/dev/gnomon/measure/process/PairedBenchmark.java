package dev.gnomon.measure.process;

import dev.gnomon.measure.Listed;
import dev.gnomon.measure.Planner;
import dev.gnomon.model.BenchmarkId;
import dev.gnomon.model.Fork;
import dev.gnomon.model.ForkPlan;
import dev.gnomon.model.Mode;
import dev.gnomon.model.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** One benchmark of an interleaved measurement: its place on both sides and what has run. */
final class PairedBenchmark {
  private final Listed candidate;
  private final Optional<Listed> baseline;
  private final List<Fork> candidateForks = new ArrayList<>();
  private final List<Fork> baselineForks = new ArrayList<>();
  private Optional<ForkPlan> plan = Optional.empty();
  private long forkNs;
  private boolean apart;
  private int pairs;
  private long pairsNs;

  /** {@code baseline} is null where that side does not have it. */
  PairedBenchmark(Listed candidate, Listed baseline) {
    this.candidate = candidate;
    this.baseline = Optional.ofNullable(baseline);
  }

  BenchmarkId id() {
    return candidate.id();
  }

  Listed candidate() {
    return candidate;
  }

  Listed baseline() {
    return baseline.orElseThrow();
  }

  boolean onBoth() {
    return baseline.isPresent();
  }

  /**
   * Both sides measure by a plan.
   *
   * @param expectedNs what a fork should take by it
   */
  void plan(ForkPlan both, long expectedNs) {
    plan = Optional.of(both);
    forkNs = expectedNs;
  }

  boolean planned() {
    return plan.isPresent();
  }

  ForkPlan plan() {
    return plan.orElseThrow();
  }

  /** Whether nothing more can be learnt of it: one side lacks it, or failed. */
  boolean closed() {
    return !baselineRuns() || candidateFailed();
  }

  boolean baselineRuns() {
    return onBoth() && !anyFailed(baselineForks);
  }

  boolean candidateFailed() {
    return anyFailed(candidateForks);
  }

  private static boolean anyFailed(List<Fork> forks) {
    return forks.stream().anyMatch(fork -> !fork.succeeded());
  }

  /** Whether its forks can run at once, taking turns; a single shot has no iterations to take. */
  boolean together() {
    return !apart && candidate.id().mode() != Mode.SINGLE_SHOT;
  }

  /** Its forks cannot run at once, so they run one after the other. */
  void apart() {
    apart = true;
  }

  int pairs() {
    return pairs;
  }

  /**
   * What a pair has taken so far in ns; before the first one, what its plan says.
   *
   * @param stretch how much longer than planned pairs take on this machine now, at least 1
   */
  long usualPairNs(double stretch) {
    return pairs > 0 ? pairsNs / pairs : (long) (stretch * plannedPairNs());
  }

  /** What a pair should take by its plan; 0 before there is one, and where a plan cannot tell. */
  private long plannedPairNs() {
    return 2 * forkNs;
  }

  /** How many times as long as planned its pairs took; empty where that is not known. */
  OptionalDouble stretch() {
    return pairs == 0 || forkNs == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of((double) pairsNs / (pairs * plannedPairNs()));
  }

  void addCandidate(Fork fork) {
    candidateForks.add(fork);
  }

  void addBaseline(Fork fork) {
    baselineForks.add(fork);
  }

  void add(Fork theirs, Fork ours, long tookNs) {
    baselineForks.add(theirs);
    candidateForks.add(ours);
    pairs++;
    pairsNs += tookNs;
  }

  Series candidateSeries(Planner planner) {
    return series(candidate, candidateForks, planner);
  }

  Series baselineSeries(Planner planner) {
    return series(baseline(), baselineForks, planner);
  }

  /** A benchmark that was not reached is kept without forks: it must not vanish. */
  private Series series(Listed listed, List<Fork> forks, Planner planner) {
    ForkPlan measuredBy = plan.orElseGet(() -> planner.plan(candidate));
    return new Series(listed.id(), measuredBy, listed.bytecodeHash(), forks);
  }
}
