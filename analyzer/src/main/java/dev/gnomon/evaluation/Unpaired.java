package dev.gnomon.evaluation;

import dev.gnomon.compare.Observed;
import dev.gnomon.compare.Pairing;
import dev.gnomon.gate.GatePolicy;
import dev.gnomon.gate.Judgement;
import dev.gnomon.gate.Judgement.Effect;
import dev.gnomon.gate.Reasons;
import dev.gnomon.gate.RuleBook;
import dev.gnomon.gate.Verdict;
import dev.gnomon.model.Failure;
import dev.gnomon.model.Fork;
import dev.gnomon.model.Metric;
import dev.gnomon.model.Series;
import java.util.List;
import java.util.Optional;

/** Judges benchmarks whose sides cannot be compared: they are told, never skipped. */
final class Unpaired {
  private final RuleBook rules;
  private final GatePolicy policy;
  private final boolean paired;

  Unpaired(RuleBook rules, GatePolicy policy, boolean paired) {
    this.rules = rules;
    this.policy = policy;
    this.paired = paired;
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
    if (series.forks().isEmpty()) {
      return Optional.of(
          judgement(
              pairing,
              Verdict.INCONCLUSIVE,
              rules.timeRule(pairing.id()).onInconclusive(),
              "not reached: no %s was measured in the time given; perf.budget sets more"
                  .formatted(paired ? "pair of forks" : "fork")));
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
    Optional<Judgement> unlinked = paired ? unlinked(pairing) : Optional.empty();
    if (unlinked.isPresent()) {
      return unlinked;
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

  /** A benchmark of what the baseline does not have yet cannot link there. */
  private Optional<Judgement> unlinked(Pairing pairing) {
    return pairing.baseline().stream()
        .flatMap(side -> side.series().failure().stream())
        .map(Failure::reason)
        .filter(reason -> UNLINKED.stream().anyMatch(reason::contains))
        .findFirst()
        .map(
            reason ->
                judgement(
                    pairing,
                    Verdict.NEW,
                    Effect.PASSES,
                    "the baseline lacks what it measures: " + reason));
  }

  private static final List<String> UNLINKED =
      List.of(
          "NoSuchMethodError",
          "NoSuchFieldError",
          "NoClassDefFoundError",
          "ClassNotFoundException",
          "AbstractMethodError",
          "IncompatibleClassChangeError",
          "IllegalAccessError");

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
