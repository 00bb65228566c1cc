package dev.gnomon.evaluation;

import dev.gnomon.attribution.Attribution;
import dev.gnomon.gate.GateDecision;
import dev.gnomon.gate.GatePolicy;
import dev.gnomon.gate.Judgement;
import dev.gnomon.model.BenchmarkId;
import dev.gnomon.model.Origin;
import dev.gnomon.stats.Caveat;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Everything that was concluded from one candidate run and its baseline. It does not repeat the
 * runs: outputs that plot forks take them beside it.
 *
 * @param candidate the run under judgement
 * @param baseline the runs it was compared with, newest first; empty where there were none
 * @param baselineChoice one sentence: how the baseline was chosen, or why there is none
 * @param policy what was asked
 * @param judgements worst first, then by benchmark
 * @param decision what happens to the build
 * @param caveats doubts about the run as a whole
 * @param attributions what profiles say about the causes, at most {@value #MOST_ATTRIBUTIONS};
 *     empty where nothing was profiled
 * @param drift how far the candidate is from a release; empty where none was named
 */
public record Evaluation(
    RunSummary candidate,
    List<RunSummary> baseline,
    String baselineChoice,
    GatePolicy policy,
    List<Judgement> judgements,
    GateDecision decision,
    List<Caveat> caveats,
    List<Attribution> attributions,
    Optional<Drift> drift) {
  /** More would make the file large, and nobody reads them. */
  public static final int MOST_ATTRIBUTIONS = 64;

  public Evaluation {
    Objects.requireNonNull(candidate, "candidate");
    baseline = List.copyOf(baseline);
    Objects.requireNonNull(baselineChoice, "baselineChoice");
    Objects.requireNonNull(policy, "policy");
    judgements = List.copyOf(judgements);
    Objects.requireNonNull(decision, "decision");
    caveats = List.copyOf(caveats);
    attributions = List.copyOf(attributions);
    Objects.requireNonNull(drift, "drift");
    if (attributions.size() > MOST_ATTRIBUTIONS) {
      throw new IllegalArgumentException(
          attributions.size() + " attributions, expected at most " + MOST_ATTRIBUTIONS);
    }
  }

  /** The same conclusions with their causes; what is too many is left out. */
  public Evaluation with(List<Attribution> causes) {
    return new Evaluation(
        candidate,
        baseline,
        baselineChoice,
        policy,
        judgements,
        decision,
        caveats,
        causes.stream().limit(MOST_ATTRIBUTIONS).toList(),
        drift);
  }

  /** The same conclusions beside how far the candidate is from a release. */
  public Evaluation with(Drift found) {
    return new Evaluation(
        candidate,
        baseline,
        baselineChoice,
        policy,
        judgements,
        Drifts.decided(decision, found, policy),
        caveats,
        attributions,
        Optional.of(found));
  }

  /** What the profiles say about a benchmark, CPU time first; empty where nothing does. */
  public List<Attribution> attributions(BenchmarkId id) {
    return attributions.stream()
        .filter(a -> a.id().equals(id))
        .sorted(Comparator.comparing(Attribution::weight))
        .toList();
  }

  /** Whether both sides were measured side by side, in pairs of forks. */
  public boolean interleaved() {
    return candidate.origin().source().equals(Origin.INTERLEAVED);
  }

  /**
   * Whether both sides are one working tree on other versions of dependencies. The baseline's
   * versions then stand where a branch does, whose name cannot hold a colon.
   */
  public boolean upgrade() {
    return baseline.stream().anyMatch(run -> run.revision().branch().indexOf(':') >= 0);
  }

  /** Probability that chance alone fails a build in which nothing got worse. */
  public double level() {
    return interleaved() ? policy.alpha() : policy.levelPerDirection();
  }
}
