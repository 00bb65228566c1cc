package dev.gnomon.compare;

import dev.gnomon.stats.Caveat;
import dev.gnomon.stats.Estimate;
import dev.gnomon.stats.Power;
import dev.gnomon.stats.Sample;
import dev.gnomon.unit.Direction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Estimates changes between a candidate and a stored baseline on the log scale. */
public final class Changes {

  /** Confidence of the interval by which "unchanged" is shown: two one-sided tests at .05. */
  public static final double EQUIVALENCE_LEVEL = 0.90;

  /** Values below this cannot be told from zero and count as this much, in the metric's unit. */
  static final double SMALLEST_VALUE = 0.001;

  private Changes() {}

  /**
   * Estimates a change.
   *
   * @param values at least one value on each side
   * @param direction which way is better
   * @param runSpread smallest standard deviation between runs to be assumed, on the log scale
   * @param tolerance what matters; decides the evidence's figures about power
   */
  public static Change between(
      ForkValues values, Direction direction, double runSpread, Tolerance tolerance) {
    List<Caveat> caveats = new ArrayList<>(values.caveats());
    Sample candidate = logs(values.candidate(), direction, caveats);
    List<Sample> runs = values.baseline().stream().map(r -> logs(r, direction, caveats)).toList();
    Sample baseline = Sample.of(runs.stream().flatMap(r -> boxed(r).stream()).toList());
    Estimate estimate = StoredDifference.of(candidate, runs, runSpread);
    double limit = tolerance.limit(smallerCenter(candidate, baseline, direction));
    caveats.addAll(Doubts.about(candidate, baseline, estimate, limit));
    return new Change(
        side(values.baseline(), baseline, direction),
        side(List.of(values.candidate()), candidate, direction),
        estimate.value(),
        estimate.interval(EQUIVALENCE_LEVEL),
        evidence(estimate, pooledSpread(candidate, runs), limit, tolerance.alpha()),
        caveats.stream().distinct().toList());
  }

  /** The limit on the log scale that a change is held against. */
  public static double limit(Change change, Tolerance tolerance) {
    return tolerance.limit(
        Math.max(
            SMALLEST_VALUE, Math.min(change.baseline().center(), change.candidate().center())));
  }

  private static Evidence evidence(Estimate estimate, double spread, double limit, double alpha) {
    return new Evidence(
        estimate.pAbove(0),
        estimate.pBelow(0),
        estimate.standardError(),
        estimate.degreesOfFreedom(),
        Math.expm1(Power.minimumDetectable(estimate, alpha, limit)),
        Power.perSide(spread, limit, alpha));
  }

  /** Logs signed so that more is worse. */
  private static Sample logs(List<Double> values, Direction direction, List<Caveat> caveats) {
    if (Collections.min(values) < SMALLEST_VALUE) {
      caveats.add(Doubts.BELOW_RESOLUTION);
    }
    double sign = direction.worsening(1);
    return Sample.of(values).map(v -> sign * Math.log(Math.max(v, SMALLEST_VALUE)));
  }

  private static double smallerCenter(Sample candidate, Sample baseline, Direction direction) {
    return Math.min(center(candidate, direction), center(baseline, direction));
  }

  private static double center(Sample logs, Direction direction) {
    return Math.exp(direction.worsening(logs.mean()));
  }

  private static Side side(List<List<Double>> values, Sample logs, Direction direction) {
    return new Side(values, center(logs, direction), logs.standardDeviation());
  }

  /** Spread between forks of one run, both sides together; NaN where no run has two forks. */
  private static double pooledSpread(Sample candidate, List<Sample> runs) {
    List<Sample> all = new ArrayList<>(runs);
    all.add(candidate);
    double squares = 0;
    int degrees = 0;
    for (Sample run : all) {
      squares += run.size() > 1 ? run.variance() * (run.size() - 1) : 0;
      degrees += run.size() - 1;
    }
    return Math.max(StoredDifference.SMALLEST_SPREAD, Math.sqrt(squares / degrees));
  }

  private static List<Double> boxed(Sample sample) {
    return Arrays.stream(sample.values()).boxed().toList();
  }
}
