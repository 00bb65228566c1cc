package dev.gnomon.evaluation;

import static dev.gnomon.evaluation.Fixture.fork;
import static dev.gnomon.evaluation.Fixture.id;
import static dev.gnomon.evaluation.Fixture.policy;
import static dev.gnomon.evaluation.Fixture.run;
import static dev.gnomon.evaluation.Fixture.series;
import static dev.gnomon.evaluation.Fixture.times;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gnomon.compare.Baseline;
import dev.gnomon.gate.Acceptance;
import dev.gnomon.gate.Acceptances;
import dev.gnomon.gate.Confirmation;
import dev.gnomon.gate.GateDecision.Outcome;
import dev.gnomon.gate.Judgement;
import dev.gnomon.gate.Judgement.Effect;
import dev.gnomon.gate.Pairs;
import dev.gnomon.gate.Rule;
import dev.gnomon.gate.Screening;
import dev.gnomon.gate.Verdict;
import dev.gnomon.model.Fork;
import dev.gnomon.model.Iteration;
import dev.gnomon.model.Metric;
import dev.gnomon.model.Run;
import dev.gnomon.model.Secondary;
import dev.gnomon.model.Series;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** Acceptances, confirmation, explanation, self-test and blind spots. */
class AroundTheGateTest {
  private static final double[] STEADY = {100, 101, 99, 100.5, 99.5};
  private static final Run BEFORE = run(series("p.A.x", STEADY));
  private static final Run SLOWER = run(series("p.A.x", times(1.2, STEADY)));

  private static Acceptance acceptance(double upTo, String expiresOn) {
    return new Acceptance(
        "A.x",
        "time",
        upTo,
        "it validates now",
        "Ada",
        LocalDate.of(2026, 11, 1),
        LocalDate.parse(expiresOn));
  }

  private static Evaluation evaluate(Run candidate, Run baseline, Acceptance... accepted) {
    return Evaluator.evaluate(
        candidate, new Baseline(List.of(baseline), "one run"), policy(), List.of(accepted));
  }

  @Test
  void anAcceptedRegressionPassesAndIsShown() {
    Evaluation evaluation = evaluate(SLOWER, BEFORE, acceptance(0.25, "2026-11-20"));
    Judgement judgement = evaluation.judgements().get(0);

    assertThat(judgement.verdict()).isEqualTo(Verdict.REGRESSED);
    assertThat(judgement.effect()).isEqualTo(Effect.ACCEPTED);
    assertThat(judgement.reason()).endsWith("; accepted by Ada until 2026-11-20: it validates now");
    assertThat(evaluation.decision().outcome()).isEqualTo(Outcome.PASSED);
    assertThat(evaluation.decision().sentence()).contains("1 worse and accepted");
  }

  @Test
  void anExpiredAcceptanceFails() {
    Evaluation evaluation = evaluate(SLOWER, BEFORE, acceptance(0.25, "2026-11-19"));

    assertThat(evaluation.decision().outcome()).isEqualTo(Outcome.FAILED);
    assertThat(evaluation.judgements().get(0).reason())
        .endsWith("; it was accepted by Ada until 2026-11-19, which is over");
  }

  @Test
  void aRegressionBeyondWhatWasAcceptedFails() {
    Evaluation evaluation = evaluate(SLOWER, BEFORE, acceptance(0.10, "2027-01-01"));

    assertThat(evaluation.decision().outcome()).isEqualTo(Outcome.FAILED);
    assertThat(evaluation.judgements().get(0).reason())
        .endsWith("; only +10.0 % was accepted by Ada");
  }

  @Test
  void anUnusedAcceptanceIsReported() {
    Evaluation evaluation = evaluate(BEFORE, BEFORE, acceptance(0.10, "2027-01-01"));

    assertThat(evaluation.caveats())
        .filteredOn(caveat -> caveat.code().equals("unused-acceptance"))
        .singleElement()
        .satisfies(caveat -> assertThat(caveat.text()).contains("A.x by Ada met nothing"));
  }

  @Test
  void aMissingBenchmarkIsAcceptedByItsPresenceOnly() {
    Run more = run(series("p.A.x", STEADY), series("p.A.gone", STEADY));
    Acceptance time = acceptance(0.5, "2027-01-01");
    Acceptance presence =
        new Acceptance(
            "A.gone",
            Acceptances.PRESENCE,
            1,
            "removed",
            "Ada",
            time.acceptedOn(),
            time.expiresOn());

    assertThat(evaluate(BEFORE, more, time).decision().outcome()).isEqualTo(Outcome.FAILED);
    assertThat(evaluate(BEFORE, more, presence).decision().outcome()).isEqualTo(Outcome.PASSED);
  }

  @Test
  void whatFreshForksDoNotConfirmNoLongerFails() {
    Evaluation screened = evaluate(SLOWER, BEFORE);
    Judgement suspect = Screening.flagged(screened.judgements()).get(0);
    List<Double> same = Collections.nCopies(30, 100.0);
    List<Double> wobble = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      wobble.add(100 + 0.1 * (i % 3 - 1));
    }
    Pairs pairs = new Pairs(suspect.id(), Metric.TIME, suspect.rule(), same, wobble);

    Evaluation after =
        Confirmations.apply(screened, Confirmation.decide(List.of(pairs), 0.05), List.of());

    assertThat(screened.decision().outcome()).isEqualTo(Outcome.FAILED);
    assertThat(after.decision().outcome()).isEqualTo(Outcome.PASSED);
    assertThat(after.judgements().get(0).verdict()).isEqualTo(Verdict.UNCHANGED);
    assertThat(after.judgements().get(0).reason())
        .endsWith("; from 5 pairs of fresh forks; against stored runs it was +20.0 %");
  }

  @Test
  void whatFreshForksConfirmFails() {
    Evaluation screened = evaluate(SLOWER, BEFORE);
    Judgement suspect = Screening.flagged(screened.judgements()).get(0);
    List<Double> baseline = new ArrayList<>();
    List<Double> candidate = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      baseline.add(100.0 + i % 2);
      candidate.add(120.0 + i % 3);
    }
    Pairs pairs = new Pairs(suspect.id(), Metric.TIME, suspect.rule(), baseline, candidate);

    Evaluation after =
        Confirmations.apply(screened, Confirmation.decide(List.of(pairs), 0.05), List.of());

    assertThat(after.judgements().get(0).verdict()).isEqualTo(Verdict.REGRESSED);
    assertThat(after.judgements().get(0).reason())
        .endsWith("; from 10 pairs of fresh forks; against stored runs it was +20.0 %");
    assertThat(after.decision().outcome()).isEqualTo(Outcome.FAILED);
  }

  @Test
  void aConfirmationThatIsCutShortPassesNothingThatFreshForksShowToo() {
    Evaluation screened = evaluate(SLOWER, BEFORE);
    List<Double> baseline = List.of(100.0, 101.0, 100.0, 101.0, 100.0);
    List<Double> worse = List.of(120.0, 121.0, 122.0, 120.0, 121.0);
    List<Double> restless = List.of(120.0, 90.0, 100.0, 95.0, 110.0);

    Judgement agreed = cutShort(screened, baseline, worse);
    assertThat(agreed.verdict()).isEqualTo(Verdict.REGRESSED);
    assertThat(agreed.effect()).isEqualTo(Effect.FAILS);
    assertThat(agreed.reason())
        .endsWith("; so far +20.4 % in 5 pairs of fresh forks, too few to confirm it");

    Judgement doubted = cutShort(screened, baseline, restless);
    assertThat(doubted.verdict()).isEqualTo(Verdict.SUSPECT);
    assertThat(doubted.effect()).isEqualTo(Effect.WARNS);
  }

  private static Judgement cutShort(
      Evaluation screened, List<Double> baseline, List<Double> candidate) {
    Judgement suspect = Screening.flagged(screened.judgements()).get(0);
    Pairs pairs = new Pairs(suspect.id(), Metric.TIME, suspect.rule(), baseline, candidate);
    return Confirmations.apply(screened, Confirmation.decide(List.of(pairs), 0.05), List.of())
        .judgements()
        .get(0);
  }

  @Test
  void anExplanationTellsEveryStepInOrder() {
    Evaluation evaluation = evaluate(SLOWER, BEFORE);
    Explanation explanation = Explainer.explain(evaluation, evaluation.judgements().get(0));

    assertThat(explanation.title()).isEqualTo("p.A.x, time");
    assertThat(String.join("\n", explanation.lines()))
        .containsSubsequence(
            "Baseline: 5 forks from 1 run: 100 ns/op, 101 ns/op, 99 ns/op, 100.5 ns/op",
            "in the middle 100 ns/op; forks of one side differ by 0.79 %",
            "This run: 5 forks",
            "Difference: +20.0 %",
            "With 90 % confidence the true change lies between +18.9 % and +21.1 %.",
            "Chance alone may fail a good build in at most 2.5 % of builds.",
            "more than 3 %",
            "So the verdict is REGRESSED: slower: 100 → 120 ns/op",
            "For the build it fails.",
            "The rule: benchmarks \"*\", metric time, limit 3 % and 0.5 ns/op.",
            "seed 42 by version 0.1.0, plan annotated; one run.");
  }

  @Test
  void theSelfTestFindsTheSmallestSlowdownThatTheGateCatches() {
    double[] noisy = {100, 120, 80, 110, 90};
    Run run = run(series("p.A.calm", STEADY), series("p.A.noisy", noisy));

    List<SelfTest.Caught> caught = SelfTest.of(run, new Baseline(List.of(run), "itself"), policy());

    assertThat(caught)
        .containsExactly(
            new SelfTest.Caught(id("p.A.calm"), OptionalDouble.of(0.04)),
            new SelfTest.Caught(id("p.A.noisy"), OptionalDouble.of(0.5)));
  }

  @Test
  void blindSpotsAreListedWorstFirst() {
    double[] noisy = {100, 120, 80, 110, 90};
    Run run = run(series("p.A.calm", STEADY), series("p.A.noisy", noisy));
    BlindSpots spots = BlindSpots.of(evaluate(run, run));

    assertThat(spots.falseAlarms()).isEqualTo(0.025);
    assertThat(spots.spots())
        .extracting(BlindSpots.Spot::id)
        .containsExactly(id("p.A.noisy"), id("p.A.calm"));
    assertThat(spots.spots().get(1).smallest()).isBetween(0.03, 0.06);
  }

  private static Series withSlowTail(double tail) {
    List<Fork> forks = new ArrayList<>();
    for (double value : STEADY) {
      Fork plain = fork(value, Map.of());
      List<Iteration> iterations = new ArrayList<>();
      for (int i = 0; i < 10; i++) {
        iterations.add(Iteration.ofScore(i == 9 ? value * tail : value));
      }
      forks.add(
          new Fork(
              0,
              plain.startedAt(),
              List.of(),
              iterations,
              plain.secondary(),
              plain.noise(),
              plain.profile(),
              plain.failure()));
    }
    return series(id("p.A.x"), forks, "hash");
  }

  @Test
  void aRegressionOfATenthOfTheIterationsIsToldAsADoubtAndJudgedOnRequest() {
    Run even = run(withSlowTail(1));
    Run uneven = run(withSlowTail(3));
    List<Rule> rules = new ArrayList<>(policy().rules());
    rules.add(new Rule("*", "time.mean", 0.1, 0, Effect.FAILS, Effect.WARNS, ""));

    assertThat(evaluate(uneven, even).judgements().get(0).change().orElseThrow().caveats())
        .extracting(caveat -> caveat.code())
        .contains("slow-iterations");
    assertThat(
            Evaluator.evaluate(uneven, new Baseline(List.of(even), "one"), policy(rules))
                .judgements()
                .get(0)
                .reason())
        .startsWith("higher time.mean: 100 → 120 ns/op, +20.0 %");
  }

  @Test
  void aSecondaryResultOfThroughputIsBetterWhenHigher() {
    Rule rule = new Rule("*", "hits", 0.03, 0, Effect.FAILS, Effect.WARNS, "");
    List<Rule> rules = List.of(rule, policy().rules().get(0));
    Run many = run(series(id("p.A.x"), counting(100, 101, 99), "h"));
    Run few = run(series(id("p.A.x"), counting(50, 51, 49), "h"));

    Evaluation evaluation =
        Evaluator.evaluate(few, new Baseline(List.of(many), "one"), policy(rules));

    assertThat(evaluation.judgements().get(0).verdict()).isEqualTo(Verdict.REGRESSED);
    assertThat(evaluation.judgements().get(0).reason())
        .startsWith("lower hits: 100 → 50 ops/s, −50.0 % (−5");
  }

  private static List<Fork> counting(double... hits) {
    List<Fork> forks = new ArrayList<>();
    for (double value : hits) {
      forks.add(fork(100, Map.of("hits", new Secondary(value, "ops/s"))));
    }
    return forks;
  }
}
