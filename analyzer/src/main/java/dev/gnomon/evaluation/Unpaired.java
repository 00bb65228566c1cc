package dev.gnomon.evaluation;

import dev.gnomon.compare.Observed;
import dev.gnomon.compare.Pairing;
import dev.gnomon.gate.GatePolicy;
import dev.gnomon.gate.Judgement;
import dev.gnomon.gate.Judgement.Effect;
import dev.gnomon.gate.Reasons;
import dev.gnomon.gate.RuleBook;
import dev.gnomon.gate.Verdict;
import dev.gnomon.model.Fork;
import dev.gnomon.model.Metric;
import dev.gnomon.model.Series;
import java.util.Optional;

/** Judges benchmarks whose sides cannot be compared: they are told, never skipped. */
final class Unpaired {
  private final RuleBook rules;
  private final GatePolicy policy;

  Unpaired(RuleBook rules, GatePolicy policy) {
    this.rules = rules;
    this.policy = policy;
  }

  /** The judgement, or empty where both sides have something to compare. */
  Optional<Judgement> judge(Pairing pairing) {
    if (pairing.candidate().isEmpty()) {
      return Optional.of(
          judgement(
              pairing,
              Verdict.MISSING,
              policy.onMissing(),
              "the baseline has it, this run does not"));
    }
    Series series = pairing.candidate().get().series();
    if (series.failure().isPresent()) {
      int failed = series.forks().size() - series.goodForks().size();
      return Optional.of(
          judgement(
              pairing,
              Verdict.FAILED,
              policy.onMissing(),
              Reasons.failed(series.failure().get(), failed, series.forks().size())));
    }
    if (!hasTime(pairing.candidate().get())) {
      return Optional.of(
          judgement(
              pairing, Verdict.FAILED, policy.onMissing(), "no fork measured a single iteration"));
    }
    return withoutBaseline(pairing);
  }

  private Optional<Judgement> withoutBaseline(Pairing pairing) {
    if (pairing.obstacle().isPresent()) {
      return Optional.of(
          judgement(pairing, Verdict.INCOMPARABLE, Effect.WARNS, pairing.obstacle().get()));
    }
    if (!pairing.known()) {
      return Optional.of(
          judgement(pairing, Verdict.NEW, Effect.PASSES, "the baseline does not have it yet"));
    }
    return pairing.baseline().stream().anyMatch(Unpaired::hasTime)
        ? Optional.empty()
        : Optional.of(
            judgement(
                pairing,
                Verdict.INCOMPARABLE,
                Effect.WARNS,
                "no fork of the baseline gave a result"));
  }

  private static boolean hasTime(Observed side) {
    return side.series().goodForks().stream().map(Fork::iterations).anyMatch(i -> !i.isEmpty());
  }

  private Judgement judgement(Pairing pairing, Verdict verdict, Effect effect, String reason) {
    return new Judgement(
        pairing.id(),
        Metric.TIME,
        verdict,
        effect,
        reason,
        rules.timeRule(pairing.id()),
        Optional.empty());
  }
}
