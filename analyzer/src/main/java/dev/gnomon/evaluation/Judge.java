package dev.gnomon.evaluation;

import dev.gnomon.compare.Change;
import dev.gnomon.gate.GatePolicy;
import dev.gnomon.gate.Judgement;
import dev.gnomon.gate.Judgement.Effect;
import dev.gnomon.gate.Reasons;
import dev.gnomon.gate.Rule;
import dev.gnomon.gate.Verdict;
import dev.gnomon.gate.Verdicts;
import dev.gnomon.model.BenchmarkId;
import dev.gnomon.stats.MultipleTesting;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Judges all comparable subjects of a build together, since they share its error. */
final class Judge {
  private final GatePolicy policy;
  private final Set<BenchmarkId> identicalCode;

  Judge(GatePolicy policy, Set<BenchmarkId> identicalCode) {
    this.policy = policy;
    this.identicalCode = identicalCode;
  }

  List<Judgement> judge(List<Subject> subjects) {
    List<Judgement> judgements = new ArrayList<>();
    judgements.addAll(family(subjects.stream().filter(Subject::mayFailByChance).toList()));
    judgements.addAll(family(subjects.stream().filter(s -> !s.mayFailByChance()).toList()));
    return judgements;
  }

  /** Holm over the family bounds the chance that even one of it is called wrongly. */
  private List<Judgement> family(List<Subject> subjects) {
    double share = policy.levelPerDirection() / Math.max(1, subjects.size());
    List<Change> changes = subjects.stream().map(subject -> subject.change(share)).toList();
    double[] worse = adjusted(changes, change -> change.evidence().pWorse());
    double[] better = adjusted(changes, change -> change.evidence().pBetter());
    return IntStream.range(0, subjects.size())
        .mapToObj(i -> judge(subjects.get(i), changes.get(i), share, worse[i], better[i]))
        .toList();
  }

  private static double[] adjusted(List<Change> changes, ToDoubleFunction<Change> p) {
    return MultipleTesting.holm(changes.stream().mapToDouble(p).toArray());
  }

  private Judgement judge(
      Subject subject, Change change, double share, double worse, double better) {
    double limit = subject.limit(change, share);
    Verdict found =
        subject.exact()
            ? Verdicts.exact(change, limit)
            : Verdicts.statistical(change, limit, worse, better, policy.levelPerDirection());
    Verdict verdict = withContext(found, subject);
    return new Judgement(
        subject.pairing().id(),
        subject.metric(),
        verdict,
        effect(verdict, subject.rule()),
        Reasons.of(verdict, subject.metric(), change, subject.rule()),
        subject.rule(),
        Optional.of(change));
  }

  private Verdict withContext(Verdict found, Subject subject) {
    boolean differs = found == Verdict.REGRESSED || found == Verdict.IMPROVED;
    if (differs && !subject.exact() && identicalCode.contains(subject.pairing().id())) {
      return Verdict.ENVIRONMENT;
    }
    boolean unconfirmed = !subject.exact() && policy.onUnconfirmed() != Effect.FAILS;
    return found == Verdict.REGRESSED && unconfirmed ? Verdict.SUSPECT : found;
  }

  private Effect effect(Verdict verdict, Rule rule) {
    return switch (verdict) {
      case REGRESSED -> rule.onRegression();
      // A rule that only warns of regressions must not fail for a mere suspicion.
      case SUSPECT ->
          rule.onRegression().compareTo(policy.onUnconfirmed()) > 0
              ? rule.onRegression()
              : policy.onUnconfirmed();
      case INCONCLUSIVE -> rule.onInconclusive();
      case ENVIRONMENT, INCOMPARABLE -> Effect.WARNS;
      case MISSING, FAILED -> policy.onMissing();
      case NEW, IMPROVED, UNCHANGED -> Effect.PASSES;
    };
  }
}
