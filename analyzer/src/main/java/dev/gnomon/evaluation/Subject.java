package dev.gnomon.evaluation;

import dev.gnomon.compare.Change;
import dev.gnomon.compare.Changes;
import dev.gnomon.compare.ExactChange;
import dev.gnomon.compare.ForkValues;
import dev.gnomon.compare.Observed;
import dev.gnomon.compare.Pairing;
import dev.gnomon.compare.Tolerance;
import dev.gnomon.gate.Judgement.Effect;
import dev.gnomon.gate.Rule;
import dev.gnomon.model.Metric;
import java.util.List;

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
    return metric.equals(Metric.ALLOCATION)
        || (!metric.equals(Metric.TIME)
            && (values.candidate().stream().anyMatch(v -> v <= 0)
                || values.baseline().stream().flatMap(List::stream).anyMatch(v -> v <= 0)));
  }

  /** Whether its p value is one of those among which a build's false alarms are counted. */
  boolean mayFailByChance() {
    return !exact() && rule.onRegression() == Effect.FAILS;
  }

  /** What matters, with the level that is left for one of so many. */
  Tolerance tolerance(double alpha) {
    return new Tolerance(rule.threshold(), rule.floor(), alpha);
  }

  Change change(double alpha) {
    return exact()
        ? ExactChange.between(values, metric.direction(), tolerance(alpha))
        : Changes.between(values, metric.direction(), runSpread(), tolerance(alpha));
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
