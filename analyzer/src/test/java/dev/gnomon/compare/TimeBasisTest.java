package dev.gnomon.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gnomon.model.Background;
import dev.gnomon.model.BenchmarkId;
import dev.gnomon.model.Fork;
import dev.gnomon.model.ForkPlan;
import dev.gnomon.model.Iteration;
import dev.gnomon.model.Mode;
import dev.gnomon.model.Noise;
import dev.gnomon.model.ProfileRef;
import dev.gnomon.model.Series;
import dev.gnomon.model.WorkerTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TimeBasisTest {
  private static final long WINDOW = 100_000_000;

  private static Iteration iteration(double wall, long onCpu, long delay) {
    return new Iteration(
        wall, WINDOW / wall, new WorkerTime(1, WINDOW, onCpu, delay), Background.NONE);
  }

  private static Observed observed(int threads, double cpus, Iteration... iterations) {
    Fork fork = fork(iterations);
    BenchmarkId id = BenchmarkId.of("p.A.x", Map.of(), Mode.AVERAGE_TIME, threads);
    return new Observed(new Series(id, new ForkPlan(1, 1, 1, 1, 1), "", List.of(fork)), cpus, 0);
  }

  private static Fork fork(Iteration... iterations) {
    return new Fork(
        0,
        Instant.EPOCH,
        List.of(),
        Arrays.asList(iterations),
        new TreeMap<>(),
        Noise.NONE,
        ProfileRef.OFF,
        Optional.empty());
  }

  private static String doubt(Observed observed) {
    return TimeBasis.of(observed).doubt().orElseThrow().text();
  }

  @Test
  void delayOnTheRunQueueIsTakenOff() {
    Iteration contended = iteration(200, 50_000_000, 50_000_000);

    assertThat(TimeBasis.of(observed(1, 2, contended))).isEqualTo(TimeBasis.UNCONTENDED);
    assertThat(TimeBasis.UNCONTENDED.time(contended)).isCloseTo(100, within(1e-9));
  }

  @Test
  void timeNeverFallsBelowTimeOnTheCpuNorRisesAboveWallTime() {
    assertThat(TimeBasis.UNCONTENDED.time(iteration(200, 70_000_000, 60_000_000)))
        .isCloseTo(140, within(1e-9));
    assertThat(TimeBasis.UNCONTENDED.time(iteration(200, 130_000_000, 0))).isEqualTo(200);
  }

  @Test
  void severalThreadsAreScoredByWallTime() {
    assertThat(doubt(observed(2, 2, iteration(200, 50_000_000, 50_000_000))))
        .contains("2 threads may wait for each other");
  }

  @Test
  void lessThanOneCpuIsScoredByWallTime() {
    assertThat(doubt(observed(1, 0.5, iteration(200, 50_000_000, 50_000_000))))
        .contains("less than one CPU");
  }

  @Test
  void oneIterationWithoutDelayPutsTheWholeComparisonOnWallTime() {
    Observed full = observed(1, 2, iteration(200, 50_000_000, 50_000_000));
    Observed partly =
        observed(1, 2, iteration(200, 50_000_000, 50_000_000), Iteration.ofScore(200));

    assertThat(TimeBasis.of(List.of(full, full)).uncontended()).isTrue();
    assertThat(TimeBasis.of(List.of(full, partly)).uncontended()).isFalse();
    assertThat(doubt(partly)).contains("was not measured");
  }

  @Test
  void aShortOrMostlyUntimedWindowIsNotScaled() {
    Iteration brief =
        new Iteration(200, 10, new WorkerTime(1, 2_000_000, 1_000_000, 1_000_000), Background.NONE);
    Iteration untimed =
        new Iteration(200, 10, new WorkerTime(1, WINDOW, 90_000_000, 0), Background.NONE);

    assertThat(doubt(observed(1, 2, brief))).contains("lasted 2.0 ms");
    assertThat(doubt(observed(1, 2, untimed))).contains("outside the timed part");
  }

  @Test
  void aFewIterationsThatBeganLateAreScaledAsTheOthers() {
    Iteration late =
        new Iteration(200, 10, new WorkerTime(1, WINDOW, 90_000_000, 0), Background.NONE);
    Iteration good = iteration(200, 50_000_000, 50_000_000);

    assertThat(TimeBasis.of(observed(1, 2, late, good, good, good, good)).uncontended()).isTrue();
    assertThat(TimeBasis.of(observed(1, 2, late, late, good, good, good)).uncontended()).isFalse();
  }

  @Test
  void whatSleepsMostOfTheTimeIsScoredByWallTime() {
    assertThat(doubt(observed(1, 2, iteration(200, 15_000_000, 5_000_000)))).contains("sleeps");
  }

  @Test
  void wallTimeIsSplitWithoutALeftover() {
    TimeSplit split = TimeSplit.of(fork(iteration(200, 50_000_000, 30_000_000))).orElseThrow();

    assertThat(split.onCpu()).isCloseTo(100, within(1e-9));
    assertThat(split.delay()).isCloseTo(60, within(1e-9));
    assertThat(split.blocked()).isCloseTo(40, within(1e-9));
    assertThat(TimeSplit.of(fork(Iteration.ofScore(1)))).isEmpty();
  }
}
