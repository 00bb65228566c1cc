package dev.gnomon.evaluation;

import static dev.gnomon.evaluation.Fixture.allocating;
import static dev.gnomon.evaluation.Fixture.failedFork;
import static dev.gnomon.evaluation.Fixture.fork;
import static dev.gnomon.evaluation.Fixture.id;
import static dev.gnomon.evaluation.Fixture.policy;
import static dev.gnomon.evaluation.Fixture.run;
import static dev.gnomon.evaluation.Fixture.series;
import static dev.gnomon.evaluation.Fixture.times;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gnomon.compare.Asked;
import dev.gnomon.compare.Baseline;
import dev.gnomon.gate.GateDecision.Outcome;
import dev.gnomon.gate.GatePolicy;
import dev.gnomon.gate.Judgement;
import dev.gnomon.gate.Judgement.Effect;
import dev.gnomon.gate.Rule;
import dev.gnomon.gate.Verdict;
import dev.gnomon.model.BenchmarkId;
import dev.gnomon.model.Failure;
import dev.gnomon.model.Mode;
import dev.gnomon.model.Run;
import dev.gnomon.problem.ProblemException;
import dev.gnomon.stats.Caveat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EvaluatorTest {
  private static final double[] STEADY = {100, 101, 99, 100.5, 99.5};

  private static Evaluation evaluate(Run candidate, Run... baseline) {
    return Evaluator.evaluate(
        candidate, new Baseline(List.of(baseline), "the last runs of main"), policy());
  }

  private static Judgement only(Evaluation evaluation) {
    assertThat(evaluation.judgements()).hasSize(1);
    return evaluation.judgements().get(0);
  }

  @Test
  void aClearSlowdownFailsTheBuildAndIsTold() {
    Run baseline = run(series("p.A.fast", STEADY), series("p.A.slow", STEADY));
    Run candidate = run(series("p.A.fast", STEADY), series("p.A.slow", times(1.2, STEADY)));

    Evaluation evaluation = evaluate(candidate, baseline);

    assertThat(evaluation.decision().outcome()).isEqualTo(Outcome.FAILED);
    assertThat(evaluation.decision().sentence()).isEqualTo("1 of 2 benchmarks is slower.");
    Judgement worst = evaluation.judgements().get(0);
    assertThat(worst.id()).isEqualTo(id("p.A.slow"));
    assertThat(worst.verdict()).isEqualTo(Verdict.REGRESSED);
    assertThat(worst.reason())
        .isEqualTo(
            "slower: 100 → 120 ns/op, +20.0 % (+18.9 … +21.1); the limit is 3 % and 0.5 ns/op");
    assertThat(evaluation.judgements().get(1).verdict()).isEqualTo(Verdict.UNCHANGED);
    assertThat(evaluation.decision().reasons()).containsExactly("A.slow: " + worst.reason());
  }

  @Test
  void aClearSpeedupPassesAndIsTold() {
    Judgement judgement =
        only(evaluate(run(series("p.A.x", times(0.8, STEADY))), run(series("p.A.x", STEADY))));

    assertThat(judgement.verdict()).isEqualTo(Verdict.IMPROVED);
    assertThat(judgement.effect()).isEqualTo(Effect.PASSES);
    assertThat(judgement.reason()).startsWith("faster: 100 → 80 ns/op, −20.0 %");
  }

  @Test
  void whatTheForksCannotDecideIsInconclusiveAndSaysWhatWouldDecide() {
    double[] noisy = {100, 90, 110, 95, 105};
    Evaluation evaluation = evaluate(run(series("p.A.x", noisy)), run(series("p.A.x", noisy)));

    Judgement judgement = only(evaluation);
    assertThat(judgement.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(judgement.reason()).contains("more forks would decide");
    assertThat(judgement.effect()).isEqualTo(Effect.WARNS);
    assertThat(evaluation.decision().outcome()).isEqualTo(Outcome.PASSED);
    assertThat(evaluation.decision().sentence())
        .isEqualTo("None of 1 benchmark is found to be worse, 1 undecided.");
  }

  @Test
  void fewerThanThreeForksNeverFail() {
    Judgement judgement =
        only(evaluate(run(series("p.A.x", 200, 201)), run(series("p.A.x", STEADY))));

    assertThat(judgement.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(judgement.reason()).contains("at least 3 on each side are needed");
  }

  @Test
  void aBenchmarkThatDisappearedFails() {
    Evaluation evaluation =
        evaluate(
            run(series("p.A.x", STEADY)), run(series("p.A.x", STEADY), series("p.A.gone", STEADY)));

    assertThat(evaluation.judgements().get(0).verdict()).isEqualTo(Verdict.MISSING);
    assertThat(evaluation.decision().outcome()).isEqualTo(Outcome.FAILED);
    assertThat(evaluation.decision().sentence()).isEqualTo("1 of 2 benchmarks is missing.");
  }

  @Test
  void whatWasNotAskedForIsNotMissing() {
    Run baseline =
        run(series("p.A.x", STEADY), series("p.A.gone", STEADY), series("p.B.other", STEADY));
    Baseline narrowed =
        new Baseline(List.of(baseline), "one")
            .forAsked(new Asked(List.of("A\\."), List.of("hidden"), Map.of("n", List.of("1"))));

    Evaluation evaluation = Evaluator.evaluate(run(series("p.A.x", STEADY)), narrowed, policy());

    assertThat(evaluation.judgements())
        .extracting(j -> j.id().shortName() + " " + j.verdict())
        .containsExactly("A.gone MISSING", "A.x UNCHANGED");
    assertThat(narrowed.asked().covers(id("p.A.hidden"))).isFalse();
    BenchmarkId two = BenchmarkId.of("p.A.x", Map.of("n", "2"), Mode.AVERAGE_TIME, 1);
    assertThat(narrowed.asked().covers(two)).isFalse();
  }

  @Test
  void aBenchmarkWithAFailedForkFailsWithItsReason() {
    Failure failure = new Failure(Failure.Kind.THREW, "java.lang.ArithmeticException", List.of());
    Run candidate =
        run(series(id("p.A.x"), List.of(fork(100, Map.of()), failedFork(failure)), "hash"));

    Evaluation evaluation = evaluate(candidate, run(series("p.A.x", STEADY)));

    assertThat(only(evaluation).verdict()).isEqualTo(Verdict.FAILED);
    assertThat(only(evaluation).reason())
        .isEqualTo(
            "1 of 2 forks gave no result, the first because it threw an exception: java.lang.ArithmeticException");
    assertThat(evaluation.decision().outcome()).isEqualTo(Outcome.FAILED);
  }

  @Test
  void aBenchmarkThatIsNewPassesAndIsNamedSo() {
    Evaluation evaluation =
        evaluate(
            run(series("p.A.x", STEADY), series("p.A.young", STEADY)),
            run(series("p.A.x", STEADY)));

    assertThat(evaluation.judgements())
        .filteredOn(j -> j.id().equals(id("p.A.young")))
        .singleElement()
        .satisfies(j -> assertThat(j.verdict()).isEqualTo(Verdict.NEW));
    assertThat(evaluation.decision().outcome()).isEqualTo(Outcome.PASSED);
  }

  @Test
  void withoutABaselineNothingIsJudgedAndThatIsNoPass() {
    Evaluation evaluation =
        Evaluator.evaluate(
            run(series("p.A.x", STEADY)),
            new Baseline(List.of(), "The archive is empty."),
            policy());

    assertThat(evaluation.decision().outcome()).isEqualTo(Outcome.COULD_NOT_JUDGE);
    assertThat(evaluation.decision().sentence())
        .isEqualTo(
            "Nothing was judged: the one benchmark can't be compared with a baseline. The archive is empty.");
    assertThat(evaluation.caveats()).extracting(Caveat::code).contains("no-baseline");
  }

  @Test
  void withoutABaselineTheFirstRunPassesWhereThePolicySaysSo() {
    GatePolicy lenient = new GatePolicy(policy().rules(), 0.05, Effect.FAILS, Effect.WARNS);
    Evaluation evaluation =
        Evaluator.evaluate(
            run(series("p.A.x", STEADY)),
            new Baseline(List.of(), "The archive is empty."),
            lenient);

    assertThat(evaluation.decision().outcome()).isEqualTo(Outcome.PASSED);
    assertThat(evaluation.decision().sentence()).startsWith("Nothing was judged");
  }

  @Test
  void aRunWithoutBenchmarksIsNeverAPass() {
    assertThat(evaluate(run()).decision().outcome()).isEqualTo(Outcome.COULD_NOT_JUDGE);
  }

  @Test
  void whatTheBudgetDidNotReachIsUndecided() {
    Evaluation evaluation =
        evaluate(
            run(series("p.A.x", STEADY), series("p.A.y"), series("p.A.young")),
            run(series("p.A.x", STEADY), series("p.A.y", STEADY)));

    assertThat(evaluation.judgements())
        .filteredOn(judgement -> !judgement.id().equals(id("p.A.x")))
        .hasSize(2)
        .allSatisfy(
            judgement -> {
              assertThat(judgement.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
              assertThat(judgement.effect()).isEqualTo(Effect.WARNS);
              assertThat(judgement.reason())
                  .isEqualTo(
                      "not reached: no fork was measured in the time given; perf.budget sets more");
            });
    assertThat(evaluation.decision().outcome()).isEqualTo(Outcome.PASSED);
  }

  @Test
  void aRunThatReachedNothingIsNoPass() {
    GatePolicy lenient = new GatePolicy(policy().rules(), 0.05, Effect.FAILS, Effect.PASSES);
    Evaluation evaluation =
        Evaluator.evaluate(
            run(series("p.A.x"), series("p.A.y")),
            new Baseline(List.of(run(series("p.A.x", STEADY), series("p.A.y", STEADY))), "one"),
            lenient);

    assertThat(evaluation.decision().outcome()).isEqualTo(Outcome.COULD_NOT_JUDGE);
    assertThat(evaluation.decision().sentence())
        .isEqualTo(
            "Nothing was judged: no time was left to measure any of 2 benchmarks. Raise perf.budget.");
  }

  @Test
  void aRunThatWasCutShortFails() {
    Evaluation evaluation =
        evaluate(run(false, series("p.A.x", STEADY)), run(series("p.A.x", STEADY)));

    assertThat(evaluation.decision().outcome()).isEqualTo(Outcome.FAILED);
    assertThat(evaluation.decision().sentence()).isEqualTo("The run was cut short.");
  }

  @Test
  void aChangedBenchmarkStartsANewSeries() {
    Run candidate = run(series(id("p.A.x"), series("p.A.x", times(2, STEADY)).forks(), "other"));
    Evaluation evaluation = evaluate(candidate, run(series("p.A.x", STEADY)));

    assertThat(only(evaluation).verdict()).isEqualTo(Verdict.INCOMPARABLE);
    assertThat(only(evaluation).reason()).contains("own code changed");
    assertThat(evaluation.decision().outcome()).isEqualTo(Outcome.COULD_NOT_JUDGE);
  }

  @Test
  void identicalCodeIsNeverBlamed() {
    Evaluation evaluation =
        Evaluator.evaluate(
            run(series("p.A.x", times(1.2, STEADY))),
            new Baseline(List.of(run(series("p.A.x", STEADY))), "one"),
            policy(),
            List.of(),
            Set.of(id("p.A.x")));

    assertThat(only(evaluation).verdict()).isEqualTo(Verdict.ENVIRONMENT);
    assertThat(evaluation.decision().outcome()).isEqualTo(Outcome.PASSED);
  }

  @Test
  void anUnconfirmedRegressionIsASuspectWhereThePolicyWantsConfirmation() {
    GatePolicy cautious =
        new GatePolicy(
            policy().rules(), 0.05, Effect.FAILS, Effect.FAILS, Effect.FAILS, Effect.WARNS);
    Evaluation evaluation =
        Evaluator.evaluate(
            run(series("p.A.x", times(1.2, STEADY))),
            new Baseline(List.of(run(series("p.A.x", STEADY))), "one"),
            cautious);

    assertThat(only(evaluation).verdict()).isEqualTo(Verdict.SUSPECT);
    assertThat(only(evaluation).effect()).isEqualTo(Effect.WARNS);
    assertThat(evaluation.decision().outcome()).isEqualTo(Outcome.PASSED);
  }

  @Test
  void allocationIsJudgedByDisjointRanges() {
    Run baseline = run(allocating("p.A.x", 100, 1000, 1000.1, 1000.05));
    Evaluation more = evaluate(run(allocating("p.A.x", 100, 1024, 1024.1, 1024)), baseline);
    Evaluation same = evaluate(run(allocating("p.A.x", 100, 1004, 1004.1, 1004)), baseline);

    assertThat(more.judgements().get(0).verdict()).isEqualTo(Verdict.REGRESSED);
    assertThat(more.judgements().get(0).reason())
        .startsWith("allocates more: 1000 → 1024 B/op, +2.4 %");
    assertThat(more.decision().sentence()).isEqualTo("1 of 1 benchmark allocates more.");
    assertThat(same.judgements()).extracting(Judgement::verdict).containsOnly(Verdict.UNCHANGED);
  }

  @Test
  void allocationFromNothingIsARegression() {
    Evaluation evaluation =
        evaluate(
            run(allocating("p.A.x", 100, 24, 24, 24)), run(allocating("p.A.x", 100, 0, 0, 1e-5)));

    assertThat(evaluation.judgements().get(0).verdict()).isEqualTo(Verdict.REGRESSED);
    assertThat(evaluation.judgements().get(0).change().orElseThrow().logRatio()).isFinite();
  }

  @Test
  void nanosecondBenchmarksMayWobbleWithinTheFloor() {
    double[] tiny = {1.00, 1.01, 0.99, 1.00, 1.01};
    Judgement judgement =
        only(evaluate(run(series("p.A.x", times(1.3, tiny))), run(series("p.A.x", tiny))));

    assertThat(judgement.verdict()).isEqualTo(Verdict.UNCHANGED);
  }

  @Test
  void parameterVariantsAreKeptApart() {
    BenchmarkId small = BenchmarkId.of("p.A.x", Map.of("n", "1"), Mode.AVERAGE_TIME, 1);
    BenchmarkId large = BenchmarkId.of("p.A.x", Map.of("n", "2"), Mode.AVERAGE_TIME, 1);
    Run baseline =
        run(
            series(small, series("p.A.x", STEADY).forks(), "h"),
            series(large, series("p.A.x", times(10, STEADY)).forks(), "h"));
    Run candidate =
        run(
            series(small, series("p.A.x", STEADY).forks(), "h"),
            series(large, series("p.A.x", times(12, STEADY)).forks(), "h"));

    Evaluation evaluation = evaluate(candidate, baseline);

    assertThat(evaluation.judgements().get(0).id()).isEqualTo(large);
    assertThat(evaluation.judgements())
        .extracting(Judgement::verdict)
        .containsExactly(Verdict.REGRESSED, Verdict.UNCHANGED);
  }

  @Test
  void aRuleThatMatchesNothingIsAnError() {
    List<Rule> rules =
        List.of(
            new Rule("p.Typo.*", "time", 0.1, 0, Effect.FAILS, Effect.WARNS, ""),
            policy().rules().get(0));
    Run run = run(series("p.A.x", STEADY));

    assertThatThrownBy(
            () -> Evaluator.evaluate(run, new Baseline(List.of(run), "one"), policy(rules)))
        .isInstanceOf(ProblemException.class)
        .hasMessage(
            "The rule for benchmarks \"p.Typo.*\" and metric \"time\" judges nothing: no benchmark of this run or its baseline matches the pattern \"p.Typo.*\". Known are p.A.x. Mend the <rule> or remove it.");
  }

  @Test
  void theFirstRuleThatMatchesJudges() {
    List<Rule> rules =
        List.of(
            new Rule("A.x", "time", 0.5, 0, Effect.FAILS, Effect.WARNS, "team"),
            policy().rules().get(0));
    Evaluation evaluation =
        Evaluator.evaluate(
            run(series("p.A.x", times(1.2, STEADY))),
            new Baseline(List.of(run(series("p.A.x", STEADY))), "one"),
            policy(rules));

    assertThat(only(evaluation).verdict()).isEqualTo(Verdict.UNCHANGED);
    assertThat(only(evaluation).rule().owner()).isEqualTo("team");
  }

  @Test
  void aSlowerMachineIsSaidToBeOne() {
    Run baseline =
        run(
            series("p.A.a", STEADY),
            series("p.A.b", STEADY),
            series("p.A.c", STEADY),
            series("p.A.d", STEADY),
            series("p.A.e", STEADY));
    Run candidate =
        run(
            series("p.A.a", times(1.08, STEADY)),
            series("p.A.b", times(1.07, STEADY)),
            series("p.A.c", times(1.06, STEADY)),
            series("p.A.d", times(1.07, STEADY)),
            series("p.A.e", times(1.30, STEADY)));

    assertThat(evaluate(candidate, baseline).caveats())
        .filteredOn(c -> c.code().equals("common-mode"))
        .singleElement()
        .satisfies(
            c ->
                assertThat(c.text())
                    .startsWith("5 of 5 benchmarks moved alike, by +7.0 % in the middle"));
  }
}
