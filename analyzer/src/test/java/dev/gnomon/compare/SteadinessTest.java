package dev.gnomon.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gnomon.compare.Steadiness.State;
import dev.gnomon.model.Background;
import dev.gnomon.model.Iteration;
import dev.gnomon.model.WorkerTime;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SteadinessTest {
  private static final long WINDOW = 100_000_000;

  private static List<Iteration> series(int count, long seed, IntToDoubleFunction level) {
    Random random = new Random(seed);
    return IntStream.range(0, count)
        .mapToObj(
            i -> Iteration.ofScore(level.applyAsDouble(i) * (1 + 0.01 * random.nextGaussian())))
        .toList();
  }

  private static State state(List<Iteration> iterations) {
    return Steadiness.of(iterations).state();
  }

  @Test
  void aPlantedStepDriftOrDecayIsSeen() {
    // The noise orders the iterations on either side of a step by chance, so a few steps escape.
    assertThat(seen(State.GETTING_FASTER, i -> i < 10 ? 110 : 100)).isGreaterThanOrEqualTo(90);
    assertThat(seen(State.GETTING_SLOWER, i -> 100 + i)).isEqualTo(100);
    assertThat(seen(State.GETTING_FASTER, i -> 100 + 40 * Math.exp(-i / 5.0)))
        .isGreaterThanOrEqualTo(99);
  }

  /** Of a hundred. */
  private static long seen(State state, IntToDoubleFunction level) {
    return IntStream.range(0, 100).filter(seed -> state(series(20, seed, level)) == state).count();
  }

  @Test
  void noiseAndSpikesAreNot() {
    for (long seed = 0; seed < 100; seed++) {
      int spike = (int) (seed % 20);
      assertThat(state(series(20, seed, i -> i == spike ? 1000 : 100))).isEqualTo(State.STEADY);
    }
  }

  @Test
  void aDriftTooSmallToMatterIsLeftAlone() {
    assertThat(state(series(20, 1, i -> i < 10 ? 101.5 : 100))).isEqualTo(State.STEADY);
  }

  @Test
  void theUnitDoesNotMatter() {
    for (long seed = 0; seed < 50; seed++) {
      List<Iteration> ns = series(20, seed, i -> 100 + 10 * Math.exp(-i / 4.0));
      List<Iteration> scaled = ns.stream().map(i -> Iteration.ofScore(1024 * i.nsPerOp())).toList();
      assertThat(state(scaled)).isEqualTo(state(ns));
      assertThat(Steadiness.of(scaled).drift()).isCloseTo(Steadiness.of(ns).drift(), within(1e-9));
    }
  }

  @Test
  void fewOrUselessIterationsCountAsSteady() {
    assertThat(Steadiness.of(List.of())).isEqualTo(new Steadiness(State.STEADY, 0));
    assertThat(state(series(4, 1, i -> 200 - 30 * i))).isEqualTo(State.STEADY);
    assertThat(state(series(5, 1, i -> 200 - 20 * i))).isEqualTo(State.GETTING_FASTER);
    assertThat(state(Collections.nCopies(20, Iteration.ofScore(0)))).isEqualTo(State.STEADY);
    assertThat(state(Collections.nCopies(20, Iteration.ofScore(7)))).isEqualTo(State.STEADY);
  }

  @Test
  void waitingForACpuIsNoDriftAndUnknownCpuTimeFallsBackToTheScore() {
    assertThat(state(accounted(WINDOW / 2, 0))).isEqualTo(State.STEADY);
    assertThat(state(accounted(WorkerTime.UNKNOWN, 0))).isEqualTo(State.GETTING_SLOWER);
  }

  @Test
  void compilersThatWorkThroughMostIterationsMakeAForkUnsteady() {
    assertThat(state(accounted(WINDOW / 2, WINDOW / 2))).isEqualTo(State.COMPILING);
    assertThat(state(accounted(WINDOW / 2, WINDOW / 20))).isEqualTo(State.STEADY);
  }

  private static List<Iteration> accounted(long onCpu, long jit) {
    return IntStream.range(0, 20)
        .mapToObj(
            i ->
                new Iteration(
                    100 + 10 * i,
                    1000,
                    new WorkerTime(1, WINDOW, onCpu, 0),
                    new Background(0, 0, jit, 0, 0, 0, 0)))
        .toList();
  }

  @Test
  void tooManyIsTwoAndMoreThanAThirdThatDriftOneWay() {
    State f = State.GETTING_FASTER;
    State s = State.STEADY;
    assertThat(UnsteadyForks.ofStates(List.of(f, s)).tooMany()).isFalse();
    assertThat(UnsteadyForks.ofStates(List.of(f, f, s, s, s)).tooMany()).isTrue();
    assertThat(UnsteadyForks.ofStates(List.of(f, f, s, s, s, s)).tooMany()).isFalse();
    assertThat(UnsteadyForks.ofStates(List.of(f, State.GETTING_SLOWER, s)).tooMany()).isFalse();
    assertThat(UnsteadyForks.ofStates(List.of(f, State.COMPILING, s)).tooMany()).isTrue();
    assertThat(UnsteadyForks.ofStates(List.of()).tooMany()).isFalse();
  }
}
