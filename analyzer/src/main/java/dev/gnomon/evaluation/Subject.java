package dev.gnomon.evaluation;

import dev.gnomon.compare.Change;
import dev.gnomon.compare.Changes;
import dev.gnomon.compare.ExactChange;
import dev.gnomon.compare.ForkValues;
import dev.gnomon.compare.Observed;
import dev.gnomon.compare.Pairing;
import dev.gnomon.compare.SlowIterations;
import dev.gnomon.compare.Tolerance;
import dev.gnomon.gate.Judgement.Effect;
import dev.gnomon.gate.Rule;
import dev.gnomon.model.Metric;
import java.util.List;
import java.util.stream.Stream;

/**
 * One metric of one benchmark that can be compared.
 *
 * @param pairing the benchmark on both sides
 * @param metric what is compared
 * @param rule the rule that judges it
 * @param values its value in each fork
 */
record Subject(Pairing pairing, Metric metric, Rule rule, ForkValues values) {

  /**
   * Whether ranges are compared instead of means: bytes allocated are all but deterministic, and
   * values of zero or below have no logs.
   */
  boolean exact() {
    return judgedByRanges(metric, values.candidate(), values.pooledBaseline());
  }

  /** As {@link #exact()}, from what a judgement keeps. */
  static boolean judgedByRanges(Metric metric, Change change) {
    return judgedByRanges(
        metric,
        change.candidate().values().stream().flatMap(List::stream).toList(),
        change.baseline().values().stream().flatMap(List::stream).toList());
  }

  private static boolean judgedByRanges(
      Metric metric, List<Double> candidate, List<Double> baseline) {
    return metric.equals(Metric.ALLOCATION)
        || (!metric.equals(Metric.TIME)
            && Stream.concat(candidate.stream(), baseline.stream()).anyMatch(v -> v <= 0));
  }

  /** Whether a regression under a rule fails the build. */
  static boolean mayFail(Rule rule) {
    return rule.onRegression() == Effect.FAILS;
  }

  /** Whether its p value is one of those among which a build's false alarms are counted. */
  boolean mayFailByChance() {
    return !exact() && mayFail(rule);
  }

  /** What matters, with the level that is left for one of so many. */
  Tolerance tolerance(double alpha) {
    return new Tolerance(rule.threshold(), rule.floor(), alpha);
  }

  Change change(double alpha) {
    if (exact()) {
      return ExactChange.between(values, metric.direction(), tolerance(alpha));
    }
    Change change = Changes.between(values, metric.direction(), runSpread(), tolerance(alpha));
    return metric.equals(Metric.TIME)
        ? SlowIterations.doubt(
                pairing.candidate().orElseThrow(), pairing.baseline(), change, limit(change, alpha))
            .map(change::with)
            .orElse(change)
        : change;
  }

  double limit(Change change, double alpha) {
    return exact()
        ? ExactChange.limit(
            change.candidate().center(), change.baseline().center(), tolerance(alpha))
        : Changes.limit(change, tolerance(alpha));
  }

  private double runSpread() {
    return pairing.baseline().stream().mapToDouble(Observed::runSpread).max().orElse(0);
  }
}
