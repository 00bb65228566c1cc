package dev.gnomon.evaluation;

import dev.gnomon.compare.Baseline;
import dev.gnomon.gate.Acceptance;
import dev.gnomon.gate.GatePolicy;
import dev.gnomon.model.Run;
import java.util.List;

/** Judges one run. Pure and deterministic: the same values give the same evaluation. */
public final class Evaluator {
  private Evaluator() {}

  /**
   * Judges a run where nothing was accepted.
   *
   * @see #evaluate(Run, Baseline, GatePolicy, List)
   */
  public static Evaluation evaluate(Run candidate, Baseline baseline, GatePolicy policy) {
    return evaluate(candidate, baseline, policy, List.of());
  }

  /**
   * Judges a run. Acceptances are weighed on the day the candidate was measured, so that a replay
   * gives the same verdict on any other day.
   *
   * @param candidate the run under judgement
   * @param baseline comparable runs, possibly none
   * @param policy what the build asks for
   * @param accepted what was accepted, in the order of the file
   * @throws dev.gnomon.problem.ProblemException {@code rule-matches-nothing} where a rule names a
   *     benchmark or metric that neither side has
   */
  public static Evaluation evaluate(
      Run candidate, Baseline baseline, GatePolicy policy, List<Acceptance> accepted) {
    if (candidate.series().isEmpty()) {
      throw new IllegalArgumentException("a run without benchmarks, expected at least one");
    }
    throw new UnsupportedOperationException("the evaluator is not there yet");
  }
}
