package dev.gnomon.evaluation;

import dev.gnomon.compare.Change;
import dev.gnomon.compare.PairedChange;
import dev.gnomon.compare.Pairing;
import dev.gnomon.compare.SlowIterations;
import dev.gnomon.compare.Tolerance;
import dev.gnomon.gate.Confirmation;
import dev.gnomon.gate.Confirmed;
import dev.gnomon.gate.GatePolicy;
import dev.gnomon.gate.Judgement;
import dev.gnomon.gate.Judgement.Effect;
import dev.gnomon.gate.Pairs;
import dev.gnomon.gate.Reasons;
import dev.gnomon.gate.Rule;
import dev.gnomon.gate.Verdict;
import dev.gnomon.model.BenchmarkId;
import dev.gnomon.model.Metric;
import dev.gnomon.stats.Caveat;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Judges benchmarks whose two sides were measured side by side, in pairs of neighbouring forks. It
 * looks at the same numbers of pairs as the measurement did, so it decides what was decided then.
 */
final class PairedJudge {
  private final GatePolicy policy;
  private final Set<BenchmarkId> identicalCode;

  PairedJudge(GatePolicy policy, Set<BenchmarkId> identicalCode) {
    this.policy = policy;
    this.identicalCode = identicalCode;
  }

  /** Judges all subjects together, since they share the error of the build. */
  List<Judgement> judge(List<Subject> subjects) {
    List<Subject> exact = subjects.stream().filter(Subject::exact).toList();
    List<Judgement> judgements = new ArrayList<>(new Judge(policy, identicalCode).judge(exact));
    for (List<Subject> family : families(subjects)) {
      List<Confirmed> confirmed = confirmed(family);
      for (int i = 0; i < family.size(); i++) {
        judgements.add(judgement(family.get(i), confirmed.get(i)));
      }
    }
    return judgements;
  }

  /**
   * Where each subject stands that is judged by pairs, in the order of the families, with what
   * doubts there are.
   */
  List<Confirmed> standing(List<Subject> subjects) {
    List<Confirmed> standing = new ArrayList<>();
    for (List<Subject> family : families(subjects)) {
      List<Confirmed> confirmed = confirmed(family);
      for (int i = 0; i < family.size(); i++) {
        Subject subject = family.get(i);
        Confirmed state = confirmed.get(i);
        standing.add(
            new Confirmed(
                state.pairs(),
                state.state(),
                state.looked(),
                state.change().map(change -> doubted(subject, change))));
      }
    }
    return standing;
  }

  /** Those that may fail the build share its error; the others must not take any of it. */
  private static List<List<Subject>> families(List<Subject> subjects) {
    return List.of(
        subjects.stream().filter(Subject::mayFailByChance).toList(),
        subjects.stream().filter(s -> !s.exact() && !s.mayFailByChance()).toList());
  }

  private List<Confirmed> confirmed(List<Subject> family) {
    return Confirmation.decide(family.stream().map(PairedJudge::pairs).toList(), policy.alpha());
  }

  private static Pairs pairs(Subject subject) {
    return new Pairs(
        subject.pairing().id(),
        subject.metric(),
        subject.rule(),
        subject.values().pooledBaseline(),
        subject.values().candidate());
  }

  private Judgement judgement(Subject subject, Confirmed confirmed) {
    Change change = change(subject, confirmed);
    Verdict verdict = verdict(subject, confirmed, change);
    return new Judgement(
        subject.pairing().id(),
        subject.metric(),
        verdict,
        effect(verdict, subject.rule()),
        Reasons.paired(verdict, subject.metric(), change, subject.rule()),
        subject.rule(),
        Optional.of(change));
  }

  /** What was decided is shown as it was decided; what was not, from all there is. */
  private Change change(Subject subject, Confirmed confirmed) {
    return doubted(
        subject,
        confirmed.state() == Confirmed.State.CONTINUE
            ? estimate(subject, policy.alpha())
            : confirmed.change().orElseThrow());
  }

  private Change doubted(Subject subject, Change estimate) {
    Change change = estimate;
    for (Caveat doubt : subject.values().caveats()) {
      change = change.with(doubt);
    }
    if (subject.metric().equals(Metric.TIME)) {
      Pairing pairing = subject.pairing();
      change =
          SlowIterations.doubtOfPairs(
                  pairing.candidate().orElseThrow(),
                  pairing.baseline().get(0),
                  change,
                  subject.limit(change, policy.alpha()))
              .map(change::with)
              .orElse(change);
    }
    return subject.pairing().benchmarkChanged() ? change.with(CHANGED) : change;
  }

  private static final Caveat CHANGED =
      new Caveat(
          "benchmark-changed",
          "The benchmark's own code differs between the two sides, so the difference may be its own.");

  static Change estimate(Subject subject, double alpha) {
    return PairedChange.between(
        subject.values().pooledBaseline(),
        subject.values().candidate(),
        subject.metric().direction(),
        new Tolerance(subject.rule().threshold(), subject.rule().floor(), alpha));
  }

  private Verdict verdict(Subject subject, Confirmed confirmed, Change change) {
    Verdict found =
        switch (confirmed.state()) {
          case REGRESSED -> Verdict.REGRESSED;
          case IMPROVED -> Verdict.IMPROVED;
          case UNCHANGED -> Verdict.UNCHANGED;
          case UNDECIDED, CONTINUE ->
              suspicious(subject, change) ? Verdict.SUSPECT : Verdict.INCONCLUSIVE;
        };
    boolean differs = found == Verdict.REGRESSED || found == Verdict.IMPROVED;
    return differs && identicalCode.contains(subject.pairing().id()) ? Verdict.ENVIRONMENT : found;
  }

  private boolean suspicious(Subject subject, Change change) {
    return change.logRatio() > subject.limit(change, policy.alpha())
        && change.evidence().pWorse() < policy.alpha();
  }

  private static Effect effect(Verdict verdict, Rule rule) {
    return switch (verdict) {
      case REGRESSED -> rule.onRegression();
      case SUSPECT, INCONCLUSIVE -> rule.onInconclusive();
      case ENVIRONMENT -> Effect.WARNS;
      default -> Effect.PASSES;
    };
  }
}
