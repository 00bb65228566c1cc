package dev.gnomon.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gnomon.gate.Confirmed.State;
import dev.gnomon.gate.Judgement.Effect;
import dev.gnomon.model.BenchmarkId;
import dev.gnomon.model.Metric;
import dev.gnomon.model.Mode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ConfirmationTest {
  private static final Rule RULE = new Rule("*", "time", 0.03, 0, Effect.FAILS, Effect.WARNS, "");

  private static Pairs pairs(String name, int count, double factor, double spread, long seed) {
    Random random = new Random(seed);
    List<Double> baseline = new ArrayList<>();
    List<Double> candidate = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      // What both forks of a pair suffer alike must cancel.
      double common = Math.exp(0.2 * random.nextGaussian());
      baseline.add(100 * common * Math.exp(spread * random.nextGaussian()));
      candidate.add(100 * factor * common * Math.exp(spread * random.nextGaussian()));
    }
    BenchmarkId id = BenchmarkId.of(name, Map.of(), Mode.AVERAGE_TIME, 1);
    return new Pairs(id, Metric.TIME, RULE, baseline, candidate);
  }

  private static Confirmed decide(Pairs pairs) {
    return Confirmation.decide(List.of(pairs), 0.05).get(0);
  }

  @Test
  void aRealSlowdownIsConfirmedAtTheFirstLookThatCan() {
    Confirmed confirmed = decide(pairs("b", 30, 1.10, 0.01, 1));

    assertThat(confirmed.state()).isEqualTo(State.REGRESSED);
    assertThat(confirmed.looked()).isEqualTo(10);
  }

  @Test
  void sameCodeIsShownUnchangedEarly() {
    Confirmed confirmed = decide(pairs("b", 30, 1, 0.005, 2));

    assertThat(confirmed.state()).isEqualTo(State.UNCHANGED);
    assertThat(confirmed.looked()).isEqualTo(5);
  }

  @Test
  void anImprovementIsNeverConfirmedAsARegression() {
    Confirmed confirmed = decide(pairs("b", 30, 0.9, 0.01, 3));

    assertThat(confirmed.state()).isEqualTo(State.IMPROVED);
    assertThat(confirmed.looked()).isEqualTo(10);
  }

  @Test
  void morePairsAreWantedUntilTheLastLook() {
    Confirmed open = decide(pairs("b", 12, 1, 0.2, 4));

    assertThat(open.state()).isEqualTo(State.CONTINUE);
    assertThat(open.looked()).isEqualTo(10);
    assertThat(Confirmation.nextLook(open)).isEqualTo(15);
    assertThat(decide(pairs("b", 30, 1, 0.2, 4)).state()).isEqualTo(State.UNDECIDED);
  }

  @Test
  void whatWasDecidedStaysDecidedHoweverManyPairsFollow() {
    Pairs early = pairs("b", 10, 1.10, 0.01, 5);
    Pairs late = pairs("b", 30, 1.10, 0.01, 5);

    assertThat(decide(early).state()).isEqualTo(State.REGRESSED);
    assertThat(decide(late).looked()).isEqualTo(decide(early).looked());
  }

  @Test
  void moreSuspectsNeedStrongerEvidence() {
    Pairs slow = pairs("slow", 10, 1.10, 0.01, 6);
    List<Pairs> many = new ArrayList<>(List.of(slow));
    IntStream.range(0, 20).forEach(i -> many.add(pairs("b" + i, 10, 1, 0.2, 7 + i)));

    assertThat(decide(slow).state()).isEqualTo(State.REGRESSED);
    assertThat(Confirmation.decide(many, 0.05).get(0).state()).isEqualTo(State.CONTINUE);
  }

  @Test
  void identicalCodeIsRarelyConfirmedWhateverItsNoise() {
    long wrong =
        IntStream.range(0, 2_000)
            .filter(i -> decide(pairs("b", 30, 1, 0.1, 1_000 + i)).state() == State.REGRESSED)
            .count();
    long wrongOtherwise =
        IntStream.range(0, 2_000)
            .filter(i -> decide(pairs("b", 30, 1, 0.1, 1_000 + i)).state() == State.IMPROVED)
            .count();

    assertThat(wrong).isLessThanOrEqualTo(100);
    assertThat(wrongOtherwise).isLessThanOrEqualTo(100);
  }

  @Test
  void theLooksAreFixedAndNothingToConfirmIsFine() {
    assertThat(Confirmation.looks()).containsExactly(5, 10, 15, 20, 30);
    assertThat(Confirmation.decide(List.of(), 0.05)).isEmpty();
  }
}
