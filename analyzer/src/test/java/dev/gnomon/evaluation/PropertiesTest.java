package dev.gnomon.evaluation;

import static dev.gnomon.evaluation.Fixture.policy;
import static dev.gnomon.evaluation.Fixture.run;
import static dev.gnomon.evaluation.Fixture.series;
import static dev.gnomon.evaluation.Fixture.times;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.gnomon.compare.Baseline;
import dev.gnomon.compare.Change;
import dev.gnomon.gate.Judgement;
import dev.gnomon.gate.Judgement.Effect;
import dev.gnomon.gate.Rule;
import dev.gnomon.gate.Verdict;
import dev.gnomon.model.Iteration;
import dev.gnomon.stats.Sample;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What must hold for all data, tried on many seeded draws. */
class PropertiesTest {
  private static final int DRAWS = 300;
  private static final Rule NO_FLOOR =
      new Rule("*", "time", 0.03, 0, Effect.FAILS, Effect.WARNS, "");

  private static Judgement judge(double[] candidate, double[] baseline) {
    return Evaluator.evaluate(
            run(series("p.A.x", candidate)),
            new Baseline(List.of(run(series("p.A.x", baseline))), "one run"),
            policy(List.of(NO_FLOOR)))
        .judgements()
        .get(0);
  }

  private static double[] drawn(Random random, int forks, double center, double spread) {
    double[] values = new double[forks];
    for (int i = 0; i < forks; i++) {
      values[i] = center * Math.exp(spread * random.nextGaussian());
    }
    return values;
  }

  /** Two sides with any size, spread and shift. */
  private static void forAll(Consumer<double[][]> property) {
    Random random = new Random(99);
    for (int i = 0; i < DRAWS; i++) {
      double spread = Math.exp(-6 + 4 * random.nextDouble());
      double shift = 0.3 * (random.nextDouble() - 0.5);
      property.accept(
          new double[][] {
            drawn(random, 3 + random.nextInt(8), 1000 * Math.exp(shift), spread),
            drawn(random, 3 + random.nextInt(8), 1000, spread)
          });
    }
  }

  private static Verdict mirrored(Verdict verdict) {
    if (verdict == Verdict.REGRESSED) {
      return Verdict.IMPROVED;
    }
    return verdict == Verdict.IMPROVED ? Verdict.REGRESSED : verdict;
  }

  @Test
  void swappingTheSidesFlipsTheVerdict() {
    Map<Verdict, Integer> seen = new EnumMap<>(Verdict.class);
    forAll(
        sides -> {
          Judgement one = judge(sides[0], sides[1]);
          Judgement other = judge(sides[1], sides[0]);
          seen.merge(one.verdict(), 1, Integer::sum);
          assertThat(other.verdict()).isEqualTo(mirrored(one.verdict()));
          assertThat(change(other).logRatio()).isCloseTo(-change(one).logRatio(), within(1e-12));
        });
    assertThat(seen)
        .containsOnlyKeys(
            Verdict.REGRESSED, Verdict.IMPROVED, Verdict.UNCHANGED, Verdict.INCONCLUSIVE);
  }

  @Test
  void scalingBothSidesChangesNothing() {
    forAll(
        sides -> {
          Judgement one = judge(sides[0], sides[1]);
          Judgement scaled = judge(times(1e5, sides[0]), times(1e5, sides[1]));
          assertThat(scaled.verdict()).isEqualTo(one.verdict());
          assertThat(change(scaled).evidence().pWorse())
              .isCloseTo(change(one).evidence().pWorse(), within(1e-9));
        });
  }

  @Test
  void theOrderOfForksChangesNothing() {
    forAll(
        sides -> {
          double[] reversed = new double[sides[0].length];
          for (int i = 0; i < reversed.length; i++) {
            reversed[i] = sides[0][reversed.length - 1 - i];
          }
          Judgement one = judge(sides[0], sides[1]);
          Judgement other = judge(reversed, sides[1]);
          assertThat(other.verdict()).isEqualTo(one.verdict());
          assertThat(other.reason()).isEqualTo(one.reason());
        });
  }

  @Test
  void aLargerSlowdownNeverWeakensTheVerdict() {
    forAll(
        sides -> {
          double before = Double.POSITIVE_INFINITY;
          boolean regressed = false;
          for (double factor : new double[] {1, 1.02, 1.05, 1.1, 1.3, 2}) {
            Judgement judgement = judge(times(factor, sides[0]), sides[1]);
            double p = change(judgement).evidence().pWorse();
            assertThat(p).isLessThanOrEqualTo(before + 1e-12);
            assertThat(regressed && judgement.verdict() != Verdict.REGRESSED).isFalse();
            regressed |= judgement.verdict() == Verdict.REGRESSED;
            before = p;
          }
        });
  }

  @Test
  void theSameInputGivesTheSameEvaluation() {
    forAll(sides -> assertThat(judge(sides[0], sides[1])).isEqualTo(judge(sides[0], sides[1])));
  }

  @Test
  void constantForksAreUnchangedAgainstThemselvesAndRegressWhenSlower() {
    double[] constant = {500, 500, 500, 500, 500};

    assertThat(judge(constant, constant).verdict()).isEqualTo(Verdict.UNCHANGED);
    assertThat(judge(times(1.2, constant), constant).verdict()).isEqualTo(Verdict.REGRESSED);
  }

  @Test
  void timesOfZeroAreComparedAsTheSmallestThatCanBeMeasured() {
    double[] zero = {0, 0, 0, 0, 0};
    Judgement judgement = judge(zero, zero);

    assertThat(judgement.verdict()).isEqualTo(Verdict.UNCHANGED);
    assertThat(change(judgement).caveats())
        .extracting(caveat -> caveat.code())
        .contains("below-resolution");
    assertThat(judge(new double[] {5, 5.1, 5.2, 5, 5}, zero).verdict())
        .isEqualTo(Verdict.REGRESSED);
  }

  @Test
  void whatIsNotAFiniteTimeNeverReachesTheGate() {
    assertThatThrownBy(() -> Iteration.ofScore(Double.NaN)).hasMessageContaining("NaN");
    assertThatThrownBy(() -> Iteration.ofScore(-1)).hasMessageContaining("-1");
    assertThatThrownBy(() -> Sample.of(1, Double.NaN)).hasMessageContaining("finite");
    assertThatThrownBy(() -> Sample.of(Double.POSITIVE_INFINITY)).hasMessageContaining("finite");
    assertThatThrownBy(() -> Sample.of()).hasMessageContaining("at least one");
    assertThatThrownBy(() -> Sample.of(1, -1).log()).hasMessageContaining("above zero");
  }

  @Test
  void valuesTwentyOrdersApartStillGiveAVerdict() {
    double[] huge = times(1e18, 1, 1.01, 0.99, 1);
    double[] tiny = times(0.01, 1, 1.01, 0.99, 1);

    assertThat(judge(huge, tiny).verdict()).isEqualTo(Verdict.REGRESSED);
    assertThat(judge(tiny, huge).verdict()).isEqualTo(Verdict.IMPROVED);
  }

  private static Change change(Judgement judgement) {
    return judgement.change().orElseThrow();
  }
}
