package dev.gnomon.evaluation;

import dev.gnomon.compare.Asked;
import dev.gnomon.compare.Baseline;
import dev.gnomon.compare.Pairing;
import dev.gnomon.compare.Pairings;
import dev.gnomon.gate.Acceptance;
import dev.gnomon.gate.Acceptances;
import dev.gnomon.gate.Decisions;
import dev.gnomon.gate.GatePolicy;
import dev.gnomon.gate.Judgement;
import dev.gnomon.gate.Judgement.Effect;
import dev.gnomon.gate.RuleBook;
import dev.gnomon.gate.Verdict;
import dev.gnomon.model.BenchmarkId;
import dev.gnomon.model.Metric;
import dev.gnomon.model.Run;
import dev.gnomon.stats.Caveat;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Judges one run. Pure and deterministic: the same values give the same evaluation. */
public final class Evaluator {

  static final Comparator<Judgement> WORST_FIRST =
      Comparator.comparing(Judgement::verdict)
          .thenComparing(
              j -> j.change().map(change -> -change.logRatio()).orElse(Double.NEGATIVE_INFINITY))
          .thenComparing(Judgement::id)
          .thenComparing(j -> j.metric().name());

  private Evaluator() {}

  /**
   * Judges a run where nothing was accepted.
   *
   * @see #evaluate(Run, Baseline, GatePolicy, List, Set)
   */
  public static Evaluation evaluate(Run candidate, Baseline baseline, GatePolicy policy) {
    return evaluate(candidate, baseline, policy, List.of());
  }

  /**
   * Judges a run of which it is not known whether the code is that of the baseline.
   *
   * @see #evaluate(Run, Baseline, GatePolicy, List, Set)
   */
  public static Evaluation evaluate(
      Run candidate, Baseline baseline, GatePolicy policy, List<Acceptance> accepted) {
    return evaluate(candidate, baseline, policy, accepted, Set.of());
  }

  /**
   * Judges a run. Acceptances are weighed on the day the candidate was measured, in UTC, so that a
   * replay gives the same verdict on any other day.
   *
   * @param candidate the run under judgement
   * @param baseline comparable runs, possibly none
   * @param policy what the build asks for
   * @param accepted what was accepted, in the order of the file
   * @param identicalCode benchmarks whose reachable bytecode, JVM and flags are known to be equal
   *     on both sides: a difference there is the machine's
   * @throws dev.gnomon.problem.ProblemException {@code rule-matches-nothing} where everything was
   *     measured and a rule names a benchmark or metric that neither side has, {@code
   *     benchmark-without-rule} where no rule judges a benchmark's time
   */
  public static Evaluation evaluate(
      Run candidate,
      Baseline baseline,
      GatePolicy policy,
      List<Acceptance> accepted,
      Set<BenchmarkId> identicalCode) {
    return evaluate(candidate, baseline, policy, accepted, identicalCode, Map.of());
  }

  /**
   * Judges a run beside benchmarks that need no measurement.
   *
   * @param unchanged benchmarks that were not measured, because nothing they can reach differs
   *     between the two sides, each with that reason
   * @see #evaluate(Run, Baseline, GatePolicy, List, Set)
   */
  public static Evaluation evaluate(
      Run candidate,
      Baseline baseline,
      GatePolicy policy,
      List<Acceptance> accepted,
      Set<BenchmarkId> identicalCode,
      Map<BenchmarkId, String> unchanged) {
    List<Pairing> pairings = Pairings.of(candidate, baseline);
    RuleBook rules = new RuleBook(policy.rules());
    // A rule may be of what was left out.
    if (!pairings.isEmpty() && unchanged.isEmpty() && baseline.asked().equals(Asked.ALL)) {
      rules.requireUse(pairings.stream().map(Pairing::id).toList(), Subjects.metricNames(pairings));
    }
    LocalDate day = LocalDate.ofInstant(candidate.startedAt(), ZoneOffset.UTC);
    Acceptances acceptances = new Acceptances(accepted, day);
    List<Pairing> asked =
        pairings.stream()
            .filter(p -> p.candidate().isPresent() || baseline.asked().covers(p.id()))
            .toList();
    List<Judgement> judgements =
        Stream.concat(
                judge(asked, rules, policy, identicalCode, interleaved(candidate, baseline))
                    .stream(),
                unchanged.entrySet().stream().map(e -> unchanged(e.getKey(), e.getValue(), rules)))
            .map(acceptances::apply)
            .sorted(WORST_FIRST)
            .toList();
    List<Caveat> caveats =
        RunCaveats.of(candidate, baseline, policy, judgements, acceptances.unused());
    return new Evaluation(
        RunSummary.of(candidate),
        baseline.runs().stream().map(RunSummary::of).toList(),
        baseline.choice(),
        policy,
        judgements,
        Decisions.of(judgements, policy, candidate.sampling().complete(), baseline.choice()),
        caveats,
        List.of(),
        Optional.empty());
  }

  private static Judgement unchanged(BenchmarkId id, String reason, RuleBook rules) {
    return new Judgement(
        id,
        Metric.TIME,
        Verdict.UNCHANGED,
        Effect.PASSES,
        reason,
        rules.timeRule(id),
        Optional.empty());
  }

  /** Whether the two sides are those of one interleaved measurement. */
  private static boolean interleaved(Run candidate, Baseline baseline) {
    return candidate.interleaved() && baseline.runs().stream().allMatch(Run::interleaved);
  }

  static List<Judgement> judge(
      List<Pairing> pairings,
      RuleBook rules,
      GatePolicy policy,
      Set<BenchmarkId> identicalCode,
      boolean interleaved) {
    Subjects subjects = new Subjects(rules, interleaved);
    Unpaired unpaired = new Unpaired(rules, policy, interleaved);
    List<Judgement> judgements = new ArrayList<>();
    List<Subject> comparable = new ArrayList<>();
    for (Pairing pairing : pairings) {
      Optional<Judgement> alone = unpaired.judge(pairing);
      alone.ifPresent(judgements::add);
      if (alone.isEmpty()) {
        comparable.addAll(subjects.of(pairing));
      }
    }
    judgements.addAll(
        interleaved
            ? new PairedJudge(policy, identicalCode).judge(comparable)
            : new Judge(policy, identicalCode).judge(comparable));
    return judgements;
  }
}
