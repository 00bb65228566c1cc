package dev.gnomon.evaluation;

import static dev.gnomon.evaluation.Fixture.policy;
import static dev.gnomon.evaluation.Fixture.run;
import static dev.gnomon.evaluation.Fixture.series;
import static dev.gnomon.evaluation.Fixture.times;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.gnomon.compare.Baseline;
import dev.gnomon.gate.Acceptance;
import dev.gnomon.gate.GateDecision.Outcome;
import dev.gnomon.gate.GatePolicy;
import dev.gnomon.gate.Judgement;
import dev.gnomon.gate.Judgement.Effect;
import dev.gnomon.gate.Rule;
import dev.gnomon.gate.Verdict;
import dev.gnomon.model.Run;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class DriftsTest {
  private static final double[] STEADY = {100, 101, 99, 100.5, 99.5};
  private static final Run RELEASE = run(series("p.A.a", STEADY), series("p.A.b", STEADY));

  /** Two per cent slower than the run before, and eight slower than the release. */
  private static final Run BEFORE =
      run(series("p.A.a", times(1.06, STEADY)), series("p.A.b", STEADY));

  private static final Run NOW =
      run(
          series("p.A.a", times(1.08, STEADY)),
          series("p.A.b", STEADY),
          series("p.A.sinceThen", STEADY));

  private static Evaluation evaluated(GatePolicy policy) {
    return Evaluator.evaluate(NOW, new Baseline(List.of(BEFORE), "the last run of main"), policy);
  }

  private static Drift drift(Effect effect, List<Acceptance> accepted, Run... release) {
    return Drifts.judge(
        NOW,
        new Baseline(List.of(release), "the last run of 0123456"),
        "release-1.4",
        policy(),
        effect,
        accepted);
  }

  @Test
  void stepsThatEachPassAddUp() {
    assertThat(evaluated(policy()).judgements())
        .extracting(Judgement::verdict)
        .doesNotContain(Verdict.REGRESSED);

    Drift drift = drift(Effect.WARNS, List.of(), RELEASE);

    assertThat(drift.judgements())
        .extracting(j -> j.id().benchmark(), Judgement::verdict, Judgement::effect)
        .containsExactly(
            tuple("p.A.a", Verdict.REGRESSED, Effect.WARNS),
            tuple("p.A.b", Verdict.UNCHANGED, Effect.PASSES));
    assertThat(drift.beyond()).hasSize(1);
  }

  @Test
  void itIsTheVerdictOfACheckAgainstTheRelease() {
    Evaluation check = Evaluator.evaluate(NOW, new Baseline(List.of(RELEASE), ""), policy());

    assertThat(drift(Effect.FAILS, List.of(), RELEASE).judgements())
        .extracting(Judgement::verdict, Judgement::change)
        .containsExactlyElementsOf(
            check.judgements().stream()
                .filter(j -> j.change().isPresent())
                .map(j -> tuple(j.verdict(), j.change()))
                .toList());
  }

  @Test
  void driftThatOnlyWarnsLeavesTheDecision() {
    Evaluation evaluation = evaluated(policy());

    assertThat(evaluation.with(drift(Effect.WARNS, List.of(), RELEASE)).decision())
        .isEqualTo(evaluation.decision());
  }

  @Test
  void driftThatFailsFailsTheBuildAndIsTold() {
    Evaluation evaluation = evaluated(policy()).with(drift(Effect.FAILS, List.of(), RELEASE));

    assertThat(evaluation.decision().outcome()).isEqualTo(Outcome.FAILED);
    assertThat(evaluation.decision().sentence())
        .endsWith(" 1 of 2 benchmarks has drifted from release-1.4 beyond its limit.");
    assertThat(evaluation.decision().reasons())
        .anySatisfy(reason -> assertThat(reason).startsWith("A.a since release-1.4: slower: "));
  }

  @Test
  void whatWasAcceptedMayDrift() {
    Acceptance accepted =
        new Acceptance(
            "p.A.a",
            "time",
            0.2,
            "correct now",
            "ann",
            LocalDate.of(2026, 11, 1),
            LocalDate.of(2027, 1, 1));

    Evaluation evaluation =
        evaluated(policy()).with(drift(Effect.FAILS, List.of(accepted), RELEASE));

    assertThat(evaluation.decision().outcome()).isEqualTo(Outcome.PASSED);
    assertThat(evaluation.drift().orElseThrow().beyond())
        .extracting(Judgement::effect)
        .containsExactly(Effect.ACCEPTED);
  }

  @Test
  void aReleaseThatCannotBeComparedIsNeverAPassWhereDriftFails() {
    assertThat(evaluated(policy()).with(drift(Effect.WARNS, List.of())).decision().outcome())
        .isEqualTo(Outcome.PASSED);
    assertThat(evaluated(policy()).with(drift(Effect.FAILS, List.of())).decision())
        .satisfies(decision -> assertThat(decision.outcome()).isEqualTo(Outcome.COULD_NOT_JUDGE))
        .satisfies(
            decision ->
                assertThat(decision.sentence())
                    .isEqualTo("Drift from release-1.4 was not judged: the last run of 0123456."));
  }

  @Test
  void aRuleThatOnlyWarnsOnlyWarnsOfDrift() {
    List<Rule> rules = Rule.defaults(0.03, Effect.WARNS, Effect.FAILS);
    Drift drift =
        Drifts.judge(
            NOW,
            new Baseline(List.of(RELEASE), ""),
            "release-1.4",
            policy(rules),
            Effect.FAILS,
            List.of());

    assertThat(drift.beyond()).extracting(Judgement::effect).containsExactly(Effect.WARNS);
  }
}
