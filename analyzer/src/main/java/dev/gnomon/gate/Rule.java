package dev.gnomon.gate;

import java.util.Objects;

/**
 * What is asked of the benchmarks that it matches.
 *
 * @param benchmarks glob over {@code class.method}, {@code *} for all
 * @param metric metric name, {@code time} or {@code gc.alloc.rate.norm}
 * @param threshold smallest relative worsening that matters: 0.03 is three percent
 * @param floor smallest absolute worsening that matters, in the metric's unit
 * @param onRegression what a regression does to the build
 * @param onInconclusive what an undecided benchmark does to the build
 * @param owner who answers for these benchmarks; may be empty
 */
public record Rule(
    String benchmarks,
    String metric,
    double threshold,
    double floor,
    Judgement.Effect onRegression,
    Judgement.Effect onInconclusive,
    String owner) {
  public Rule {
    Objects.requireNonNull(benchmarks, "benchmarks");
    Objects.requireNonNull(metric, "metric");
    if (!(threshold > 0 && threshold < 10)) {
      throw new IllegalArgumentException(
          "threshold "
              + threshold
              + " for "
              + benchmarks
              + ", expected a fraction above 0 such as 0.03 for three percent");
    }
    if (!(floor >= 0)) {
      throw new IllegalArgumentException(
          "floor " + floor + " for " + benchmarks + ", expected 0 or more");
    }
    Objects.requireNonNull(onRegression, "onRegression");
    Objects.requireNonNull(onInconclusive, "onInconclusive");
    Objects.requireNonNull(owner, "owner");
  }
}
