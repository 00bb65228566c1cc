package dev.gnomon.measure;

import dev.gnomon.model.ForkPlan;
import dev.gnomon.model.Series;
import java.util.Objects;
import java.util.Optional;

/**
 * A plan that was found before, in place of what a pilot would show.
 *
 * @param plan how a fork measures
 * @param bytecodeHash hash of the benchmark's class that it was found for; empty where the plan
 *     holds whatever the class
 */
public record GivenPlan(ForkPlan plan, Optional<String> bytecodeHash) {

  public GivenPlan {
    Objects.requireNonNull(plan, "plan");
    Objects.requireNonNull(bytecodeHash, "bytecodeHash");
  }

  /** A plan that holds whatever became of the benchmark's class. */
  public static GivenPlan always(ForkPlan plan) {
    return new GivenPlan(plan, Optional.empty());
  }

  /**
   * The plan of an earlier run. A benchmark whose own code has changed since begins a new series,
   * and nothing is known of its warm-up.
   */
  public static GivenPlan of(Series series) {
    return new GivenPlan(series.plan(), Optional.of(series.bytecodeHash()));
  }

  /** Whether the benchmark is still the one that the plan was found for. */
  public boolean holdsFor(Listed benchmark) {
    return bytecodeHash.map(benchmark.bytecodeHash()::equals).orElse(true);
  }
}
