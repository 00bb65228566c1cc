package dev.gnomon.gate;

import java.util.List;
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

  /** A change of time of less than three percent or half a nanosecond matters to nobody. */
  private static final double TIME_FLOOR_NS = 0.5;

  /** Allocation is close to deterministic, so much smaller changes are certain. */
  private static final double ALLOCATION_THRESHOLD = 0.005;

  private static final double ALLOCATION_FLOOR_BYTES = 8;

  /**
   * The rules of a build that names none: time and allocation of every benchmark.
   *
   * @param threshold smallest relative worsening of time that matters: 0.03 is three percent
   * @param onRegression what a regression does to the build
   * @param onInconclusive what an undecided benchmark does to the build
   */
  public static List<Rule> defaults(
      double threshold, Judgement.Effect onRegression, Judgement.Effect onInconclusive) {
    return List.of(
        new Rule("*", "time", threshold, TIME_FLOOR_NS, onRegression, onInconclusive, ""),
        new Rule(
            "*",
            "gc.alloc.rate.norm",
            ALLOCATION_THRESHOLD,
            ALLOCATION_FLOOR_BYTES,
            onRegression,
            onInconclusive,
            ""));
  }

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
