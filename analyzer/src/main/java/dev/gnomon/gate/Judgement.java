package dev.gnomon.gate;

import dev.gnomon.compare.Change;
import dev.gnomon.model.BenchmarkId;
import dev.gnomon.model.Metric;
import java.util.Objects;
import java.util.Optional;

/**
 * The verdict on one metric of one benchmark.
 *
 * @param id which benchmark
 * @param metric which metric
 * @param verdict what is known
 * @param effect what that means for the build
 * @param reason one sentence with the figures that led to the verdict
 * @param rule the rule that judged it
 * @param change the estimate; empty where there was nothing to compare
 */
public record Judgement(
    BenchmarkId id,
    Metric metric,
    Verdict verdict,
    Effect effect,
    String reason,
    Rule rule,
    Optional<Change> change) {

  /** What a verdict does to the build. */
  public enum Effect {
    FAILS,
    /** Would fail or warn, but somebody accepted it; the reason says who and why. */
    ACCEPTED,
    WARNS,
    PASSES
  }

  public Judgement {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(metric, "metric");
    Objects.requireNonNull(verdict, "verdict");
    Objects.requireNonNull(effect, "effect");
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(rule, "rule");
    Objects.requireNonNull(change, "change");
  }
}
