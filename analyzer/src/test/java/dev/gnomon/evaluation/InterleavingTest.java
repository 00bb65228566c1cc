package dev.gnomon.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gnomon.compare.Baseline;
import dev.gnomon.gate.GateDecision;
import dev.gnomon.gate.Judgement;
import dev.gnomon.gate.Judgement.Effect;
import dev.gnomon.gate.Verdict;
import dev.gnomon.measure.PairWishes.Wish;
import dev.gnomon.model.BenchmarkId;
import dev.gnomon.model.Failure;
import dev.gnomon.model.Fork;
import dev.gnomon.model.Run;
import dev.gnomon.model.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Two sides measured in pairs: what is wanted next, and what is concluded. */
class InterleavingTest {
  private static final String A = "x.A.run";
  private static final String B = "x.B.run";

  /** Both sides of one benchmark, with what both forks of a pair suffer alike. */
  private record Sides(Series baseline, Series candidate) {}

  private static Sides sides(String name, int pairs, double factor, double spread) {
    Random random = new Random(name.hashCode() + 31L * pairs);
    List<Fork> baseline = new ArrayList<>();
    List<Fork> candidate = new ArrayList<>();
    for (int round = 0; round < pairs; round++) {
      double common = 100 * Math.exp(0.2 * random.nextGaussian());
      baseline.add(fork(round, common * Math.exp(spread * random.nextGaussian())));
      candidate.add(fork(round, factor * common * Math.exp(spread * random.nextGaussian())));
    }
    return new Sides(series(name, "hash", baseline), series(name, "hash", candidate));
  }

  private static Fork fork(int round, double nsPerOp) {
    return Fixture.interleaved(Fixture.fork(nsPerOp, Map.of()), round);
  }

  private static Series series(String name, String hash, List<Fork> forks) {
    return Fixture.series(Fixture.id(name), forks, hash);
  }

  private static Run baseline(Sides... sides) {
    return Fixture.interleaved(
        Fixture.run(List.of(sides).stream().map(Sides::baseline).toArray(Series[]::new)));
  }

  private static Run candidate(Sides... sides) {
    return Fixture.interleaved(
        Fixture.run(List.of(sides).stream().map(Sides::candidate).toArray(Series[]::new)));
  }

  private static List<Wish> wishes(Sides... sides) {
    return Interleaving.wishes(candidate(sides), baseline(sides), Fixture.policy());
  }

  private static Evaluation evaluate(Sides... sides) {
    return evaluate(Set.of(), Map.of(), sides);
  }

  private static Evaluation evaluate(
      Set<BenchmarkId> identical, Map<BenchmarkId, String> unchanged, Sides... sides) {
    return Evaluator.evaluate(
        candidate(sides),
        new Baseline(List.of(baseline(sides)), "the merge base"),
        Fixture.policy(),
        List.of(),
        identical,
        unchanged);
  }

  private static Judgement only(Evaluation evaluation) {
    assertThat(evaluation.judgements()).hasSize(1);
    return evaluation.judgements().get(0);
  }

  @Test
  void firstEveryBenchmarkIsScreened() {
    assertThat(wishes(sides(A, 0, 1, 0.01), sides(B, 3, 1, 0.01)))
        .containsExactlyInAnyOrder(new Wish(Fixture.id(A), 5), new Wish(Fixture.id(B), 2));
  }

  @Test
  void whatLooksWorseIsPursuedBeforeTheRest() {
    assertThat(wishes(sides(A, 5, 1.10, 0.01), sides(B, 5, 0.97, 0.01)))
        .containsExactly(new Wish(Fixture.id(A), 5));
  }

  @Test
  void thenTheUndecidedUntilTheirNextLook() {
    assertThat(wishes(sides(A, 10, 1.10, 0.01), sides(B, 5, 0.999, 0.03)))
        .containsExactly(new Wish(Fixture.id(B), 5));
  }

  @Test
  void nothingIsWantedOnceAllIsDecided() {
    assertThat(wishes(sides(A, 10, 1.10, 0.01), sides(B, 5, 1, 0.005))).isEmpty();
  }

  @Test
  void whatNoNumberOfPairsWouldDecideIsLeftAlone() {
    assertThat(wishes(sides(A, 10, 0.9, 1.5))).isEmpty();
  }

  @Test
  void aBenchmarkWithoutValuesEndsAllTheSame() {
    List<Fork> empty = new ArrayList<>();
    for (int round = 0; round < 45; round++) {
      empty.add(Fixture.interleaved(Fixture.emptyFork(), round));
    }
    assertThat(wishes(new Sides(series(A, "hash", empty), series(A, "hash", empty)))).isEmpty();
  }

  @Test
  void aSlowdownIsARegressionFromTenPairsOn() {
    Evaluation evaluation = evaluate(sides(A, 10, 1.10, 0.01));

    assertThat(only(evaluation).verdict()).isEqualTo(Verdict.REGRESSED);
    assertThat(only(evaluation).reason()).endsWith("from 10 pairs of forks");
    assertThat(evaluation.decision().outcome()).isEqualTo(GateDecision.Outcome.FAILED);
    assertThat(evaluation.caveats()).noneMatch(caveat -> caveat.code().equals("stored-baseline"));
  }

  @Test
  void beforeThatItIsASuspectThatSaysHowManyPairsAreLacking() {
    Judgement judgement = only(evaluate(sides(A, 7, 1.10, 0.01)));

    assertThat(judgement.verdict()).isEqualTo(Verdict.SUSPECT);
    assertThat(judgement.effect()).isEqualTo(Effect.WARNS);
    assertThat(judgement.reason()).startsWith("perhaps slower: ").contains("after 7 pairs");
  }

  @Test
  void aSpeedupIsAnImprovementAndPasses() {
    Evaluation evaluation = evaluate(sides(A, 10, 0.8, 0.01));

    assertThat(only(evaluation).verdict()).isEqualTo(Verdict.IMPROVED);
    assertThat(evaluation.decision().outcome()).isEqualTo(GateDecision.Outcome.PASSED);
  }

  @Test
  void sameCodeThatDiffersIsTheMachine() {
    Evaluation evaluation = evaluate(Set.of(Fixture.id(A)), Map.of(), sides(A, 10, 1.10, 0.01));

    assertThat(only(evaluation).verdict()).isEqualTo(Verdict.ENVIRONMENT);
    assertThat(evaluation.decision().outcome()).isEqualTo(GateDecision.Outcome.PASSED);
  }

  @Test
  void whatWasNotMeasuredBecauseItIsTheSameIsListedAndPasses() {
    Evaluation evaluation =
        evaluate(Set.of(), Map.of(Fixture.id(B), "all it can reach is the same"));

    assertThat(only(evaluation).verdict()).isEqualTo(Verdict.UNCHANGED);
    assertThat(only(evaluation).reason()).isEqualTo("all it can reach is the same");
    assertThat(evaluation.decision().outcome()).isEqualTo(GateDecision.Outcome.PASSED);
  }

  @Test
  void whatWasNotReachedIsUndecidedAndAloneNoReasonToPass() {
    Evaluation evaluation = evaluate(sides(A, 0, 1, 0.01));

    assertThat(only(evaluation).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(only(evaluation).reason()).startsWith("not reached");
    assertThat(evaluation.decision().outcome()).isEqualTo(GateDecision.Outcome.COULD_NOT_JUDGE);
  }

  @Test
  void aBenchmarkThatCannotLinkOnTheBaselineIsNew() {
    Failure unlinked =
        new Failure(
            Failure.Kind.THREW,
            "the benchmark threw java.lang.NoSuchMethodError: Library.added()",
            List.of());
    Sides sides =
        new Sides(
            series(A, "hash", List.of(Fixture.failedFork(unlinked))),
            series(A, "hash", List.of(fork(0, 100))));

    assertThat(only(evaluate(sides)).verdict()).isEqualTo(Verdict.NEW);
    assertThat(only(evaluate(sides)).reason()).contains("Library.added()");
  }

  @Test
  void aBenchmarkThatFailsOnTheBaselineOtherwiseCannotBeCompared() {
    Failure failure = new Failure(Failure.Kind.TIMED_OUT, "still running after 9 s", List.of());
    Sides sides =
        new Sides(
            series(A, "hash", List.of(Fixture.failedFork(failure))),
            series(A, "hash", List.of(fork(0, 100))));

    assertThat(only(evaluate(sides)).verdict()).isEqualTo(Verdict.INCOMPARABLE);
  }

  @Test
  void benchmarkCodeThatDiffersIsComparedWithADoubt() {
    Sides same = sides(A, 10, 1.10, 0.01);
    Sides changed = new Sides(same.baseline(), series(A, "other", same.candidate().forks()));

    Judgement judgement = only(evaluate(changed));
    assertThat(judgement.verdict()).isEqualTo(Verdict.REGRESSED);
    assertThat(judgement.change().orElseThrow().caveats())
        .anyMatch(caveat -> caveat.code().equals("benchmark-changed"));
  }

  @Test
  void aPairWithOneSideAloneDoesNotCount() {
    Sides whole = sides(A, 10, 1.10, 0.01);
    Sides torn =
        new Sides(series(A, "hash", whole.baseline().forks().subList(0, 9)), whole.candidate());

    assertThat(only(evaluate(torn)).change().orElseThrow().candidate().forks()).isEqualTo(9);
  }
}
