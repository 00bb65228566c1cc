package dev.gnomon.measure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gnomon.measure.PairSchedule.Slot;
import dev.gnomon.measure.PairSchedule.Wanted;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PairScheduleTest {
  @Test
  void eachWantedPairRunsOnceInRoundsOverTheBenchmarks() {
    List<Slot> slots = PairSchedule.stage(List.of(new Wanted(0, 0, 5), new Wanted(3, 0, 5)), 7);

    assertThat(slots).hasSize(10);
    for (int pair = 0; pair < 5; pair++) {
      int round = pair;
      assertThat(slots.subList(2 * pair, 2 * pair + 2))
          .allSatisfy(slot -> assertThat(slot.pair()).isEqualTo(round))
          .extracting(Slot::entry)
          .containsExactlyInAnyOrder(0, 3);
    }
  }

  @Test
  void pairsGoOnWhereABenchmarkStands() {
    List<Slot> slots = PairSchedule.stage(List.of(new Wanted(0, 5, 10), new Wanted(1, 10, 12)), 7);

    assertThat(slots.stream().filter(slot -> slot.entry() == 0).map(Slot::pair))
        .containsExactly(5, 6, 7, 8, 9);
    assertThat(slots.stream().filter(slot -> slot.entry() == 1).map(Slot::pair))
        .containsExactly(10, 11);
  }

  @Test
  void eachSideGoesFirstOnceInTwoPairs() {
    List<Slot> slots = PairSchedule.stage(List.of(new Wanted(2, 0, 30)), 11);

    for (int pair = 0; pair < 30; pair += 2) {
      assertThat(slots.get(pair).candidateFirst())
          .isNotEqualTo(slots.get(pair + 1).candidateFirst());
    }
  }

  @Test
  void whichSideBeginsIsRandomOverPairsBenchmarksAndSeeds() {
    List<Slot> pairs = PairSchedule.stage(List.of(new Wanted(0, 0, 400)), 1);
    long overPairs = IntStream.range(0, 200).filter(i -> pairs.get(2 * i).candidateFirst()).count();
    List<Wanted> many = IntStream.range(0, 400).mapToObj(e -> new Wanted(e, 0, 1)).toList();
    long overBenchmarks = PairSchedule.stage(many, 1).stream().filter(Slot::candidateFirst).count();
    long overSeeds =
        LongStream.range(0, 400)
            .filter(
                seed ->
                    PairSchedule.stage(List.of(new Wanted(0, 0, 1)), seed).get(0).candidateFirst())
            .count();

    assertThat(overPairs).isBetween(70L, 130L);
    assertThat(overBenchmarks).isBetween(150L, 250L);
    assertThat(overSeeds).isBetween(150L, 250L);
  }

  @Test
  void theOrderDependsOnTheSeedAloneAndNotOnTheStages() {
    List<Wanted> whole = List.of(new Wanted(0, 0, 10));

    assertThat(PairSchedule.stage(whole, 5)).isEqualTo(PairSchedule.stage(whole, 5));
    assertThat(PairSchedule.stage(List.of(new Wanted(0, 5, 10)), 5))
        .isEqualTo(PairSchedule.stage(whole, 5).subList(5, 10));
  }

  @Test
  void nothingWantedIsNothingToRun() {
    assertThat(PairSchedule.stage(List.of(), 5)).isEmpty();
  }

  @Test
  void theLeastUrgentIsGivenUpWhereTimeIsShort() {
    List<Wanted> all = List.of(new Wanted(3, 0, 5), new Wanted(1, 0, 5), new Wanted(2, 2, 5));

    assertThat(PairSchedule.within(all, w -> w.until() - w.done(), 13)).isEqualTo(all);
    assertThat(PairSchedule.within(all, w -> w.until() - w.done(), 12))
        .isEqualTo(all.subList(0, 2));
    assertThat(PairSchedule.within(all, w -> w.until() - w.done(), -1))
        .isEqualTo(all.subList(0, 1));
    assertThat(PairSchedule.within(List.of(), w -> 1, 0)).isEmpty();
  }
}
