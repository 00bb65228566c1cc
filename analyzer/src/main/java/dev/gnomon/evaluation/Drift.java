package dev.gnomon.evaluation;

import dev.gnomon.gate.Judgement;
import dev.gnomon.gate.Judgement.Effect;
import dev.gnomon.gate.Verdict;
import java.util.List;
import java.util.Objects;

/**
 * How far a run is from a release, beside its verdict against the moving baseline: of many small
 * steps each passes, and here they add up.
 *
 * @param against what users call the release: {@code release-1.4}
 * @param choice one sentence: which of its runs were compared, or why there is none
 * @param effect what drift beyond a limit does to the build: WARNS or FAILS
 * @param judgements worst first; benchmarks and metrics that both sides have
 */
public record Drift(String against, String choice, Effect effect, List<Judgement> judgements) {
  public Drift {
    Objects.requireNonNull(against, "against");
    Objects.requireNonNull(choice, "choice");
    Objects.requireNonNull(effect, "effect");
    judgements = List.copyOf(judgements);
  }

  /** Whether there was anything to compare. */
  public boolean judged() {
    return !judgements.isEmpty();
  }

  /** What got worse since the release by more than its limit, worst first. */
  public List<Judgement> beyond() {
    return judgements.stream().filter(j -> j.verdict() == Verdict.REGRESSED).toList();
  }
}
