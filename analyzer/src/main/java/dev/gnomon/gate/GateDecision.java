package dev.gnomon.gate;

import java.util.List;
import java.util.Objects;

/**
 * What happens to the build, decided once, after every report is written.
 *
 * @param outcome pass, fail, or could not judge
 * @param sentence the decision in one sentence
 * @param reasons one line for each cause, worst first
 */
public record GateDecision(Outcome outcome, String sentence, List<String> reasons) {

  /** How a gate can end. */
  public enum Outcome {
    /** Nothing that the policy forbids was found. */
    PASSED,
    /** A regression, or something else that the policy forbids. */
    FAILED,
    /** There was nothing to judge by: never a pass. */
    COULD_NOT_JUDGE
  }

  public GateDecision {
    Objects.requireNonNull(outcome, "outcome");
    Objects.requireNonNull(sentence, "sentence");
    reasons = List.copyOf(reasons);
  }
}
