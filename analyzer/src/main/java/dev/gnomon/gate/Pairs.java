package dev.gnomon.gate;

import dev.gnomon.model.BenchmarkId;
import dev.gnomon.model.Metric;
import java.util.List;
import java.util.Objects;

/**
 * Fresh, interleaved forks of one flagged benchmark.
 *
 * @param id which benchmark
 * @param metric which metric
 * @param rule the rule that judges it
 * @param baseline the baseline's value in each pair, in the order the pairs ran
 * @param candidate the candidate's value in the same pairs
 */
public record Pairs(
    BenchmarkId id, Metric metric, Rule rule, List<Double> baseline, List<Double> candidate) {
  public Pairs {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(metric, "metric");
    Objects.requireNonNull(rule, "rule");
    baseline = List.copyOf(baseline);
    candidate = List.copyOf(candidate);
    if (baseline.size() != candidate.size()) {
      throw new IllegalArgumentException(
          "%s has %d baseline and %d candidate values, expected pairs"
              .formatted(id.benchmark(), baseline.size(), candidate.size()));
    }
  }

  Pairs first(int count) {
    return new Pairs(id, metric, rule, baseline.subList(0, count), candidate.subList(0, count));
  }

  /** How many pairs there are. */
  public int size() {
    return baseline.size();
  }
}
