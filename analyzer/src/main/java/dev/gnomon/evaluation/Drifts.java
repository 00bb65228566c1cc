package dev.gnomon.evaluation;

import dev.gnomon.compare.Baseline;
import dev.gnomon.compare.Pairing;
import dev.gnomon.compare.Pairings;
import dev.gnomon.gate.Acceptance;
import dev.gnomon.gate.Acceptances;
import dev.gnomon.gate.GateDecision;
import dev.gnomon.gate.GateDecision.Outcome;
import dev.gnomon.gate.GatePolicy;
import dev.gnomon.gate.Judgement;
import dev.gnomon.gate.Judgement.Effect;
import dev.gnomon.gate.Rule;
import dev.gnomon.gate.RuleBook;
import dev.gnomon.model.Run;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Judges drift by the statistics of a stored comparison. */
public final class Drifts {
  private Drifts() {}

  /**
   * Compares a run with those of a release. What only one side has is nothing to drift.
   *
   * @param candidate the run under judgement
   * @param release comparable runs of the release; without any, nothing is judged
   * @param against what users call the release
   * @param policy limits, and the probability that chance alone names one of the benchmarks
   * @param effect what drift beyond a limit does to the build: WARNS or FAILS
   * @param accepted what was accepted, in the order of the file
   */
  public static Drift judge(
      Run candidate,
      Baseline release,
      String against,
      GatePolicy policy,
      Effect effect,
      List<Acceptance> accepted) {
    List<Pairing> pairings =
        Pairings.of(candidate, release).stream()
            .filter(p -> p.candidate().isPresent() && !p.baseline().isEmpty())
            .toList();
    Acceptances acceptances =
        new Acceptances(accepted, LocalDate.ofInstant(candidate.startedAt(), ZoneOffset.UTC));
    List<Rule> rules = policy.rules().stream().map(rule -> told(rule, effect)).toList();
    List<Judgement> judgements =
        release.runs().isEmpty()
            ? List.of()
            : Evaluator.judge(
                    pairings,
                    new RuleBook(rules),
                    new GatePolicy(rules, policy.alpha(), Effect.WARNS, Effect.WARNS),
                    Set.of(),
                    false)
                .stream()
                .filter(judgement -> judgement.change().isPresent())
                .map(acceptances::apply)
                .sorted(Evaluator.WORST_FIRST)
                .toList();
    return new Drift(against, release.choice(), effect, judgements);
  }

  /** A rule that lets its benchmarks drift only tells of them, whatever the build asks for. */
  private static Rule told(Rule rule, Effect effect) {
    return new Rule(
        rule.benchmarks(),
        rule.metric(),
        rule.threshold(),
        rule.floor(),
        rule.onRegression() == Effect.FAILS ? effect : rule.onRegression(),
        Effect.PASSES,
        rule.owner());
  }

  /** The decision with what drift adds to it; drift that only warns adds nothing. */
  static GateDecision decided(GateDecision known, Drift drift, GatePolicy policy) {
    if (drift.effect() != Effect.FAILS || known.outcome() == Outcome.COULD_NOT_JUDGE) {
      return known;
    }
    List<Judgement> failing =
        drift.judgements().stream().filter(j -> j.effect() == Effect.FAILS).toList();
    if (!failing.isEmpty()) {
      return new GateDecision(
          Outcome.FAILED, sentence(known, drift, failing), reasons(known, drift, failing));
    }
    boolean missing = !drift.judged() && policy.onNoBaseline() == Effect.FAILS;
    return missing && known.outcome() == Outcome.PASSED
        ? new GateDecision(
            Outcome.COULD_NOT_JUDGE,
            "Drift from %s was not judged: %s.".formatted(drift.against(), drift.choice()),
            known.reasons())
        : known;
  }

  private static String sentence(GateDecision known, Drift drift, List<Judgement> failing) {
    long all = drift.judgements().stream().map(Judgement::id).distinct().count();
    long n = failing.stream().map(Judgement::id).distinct().count();
    return "%s %d of %d %s drifted from %s beyond %s limit."
        .formatted(
            known.sentence(),
            n,
            all,
            all == 1 ? "benchmark has" : n == 1 ? "benchmarks has" : "benchmarks have",
            drift.against(),
            n == 1 ? "its" : "their");
  }

  private static List<String> reasons(GateDecision known, Drift drift, List<Judgement> failing) {
    List<String> reasons = new ArrayList<>(known.reasons());
    failing.forEach(
        j ->
            reasons.add(
                "%s%s since %s: %s"
                    .formatted(
                        j.id().shortName(),
                        j.id().params().isEmpty() ? "" : " " + j.id().params(),
                        drift.against(),
                        j.reason())));
    return reasons;
  }
}
