package dev.gnomon.measure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gnomon.model.Background;
import dev.gnomon.model.Iteration;
import dev.gnomon.model.WorkerTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WarmupRuleTest {
  private static final long MS = 1_000_000;

  private final WarmupRule rule = WarmupRule.DEFAULT;

  private static Iteration iteration(double onCpuNsPerOp, long jitMs) {
    double ops = 1_000;
    WorkerTime workers = new WorkerTime(1, 100 * MS, (long) (onCpuNsPerOp * ops), 0);
    return new Iteration(onCpuNsPerOp, ops, workers, new Background(0, 0, jitMs * MS, 0, 0, 0, 0));
  }

  private static List<Iteration> pilot(int slow, int compiling, int all) {
    List<Iteration> pilot = new ArrayList<>();
    for (int i = 0; i < all; i++) {
      pilot.add(iteration(i < slow ? 50_000 : 40_000, i < compiling ? 30 : 1));
    }
    return pilot;
  }

  @Test
  void theWarmupReachesPastTheLastStepOfTheSeries() {
    assertThat(rule.warmup(pilot(20, 0, 60))).isEqualTo(30);
  }

  @Test
  void theWarmupReachesPastTheLastCompilation() {
    assertThat(rule.warmup(pilot(0, 24, 60))).isEqualTo(36);
  }

  @Test
  void codeThatRanFarFasterBeforeIsNotWarm() {
    List<Iteration> slowAgain = new ArrayList<>();
    for (int i = 0; i < 45; i++) {
      boolean fast = i >= 8 && i < 11;
      slowAgain.add(iteration(fast ? 28_000 : 225_000, 1));
    }
    assertThat(rule.arrived(slowAgain)).isFalse();
    assertThat(rule.warmup(slowAgain)).isEqualTo(WarmupRule.MOST);

    for (int i = 0; i < 20; i++) {
      slowAgain.add(iteration(27_000, 1));
    }
    assertThat(rule.arrived(slowAgain)).isTrue();
  }

  @Test
  void aShortPlateauDoesNotEndAPilot() {
    assertThat(rule.arrived(pilot(0, 0, 23))).isFalse();
    assertThat(rule.arrived(pilot(0, 0, 24))).isTrue();
  }

  @Test
  void itIsNeverShorterThanTheLeast() {
    assertThat(rule.warmup(pilot(0, 0, 60))).isEqualTo(WarmupRule.LEAST);
  }

  @Test
  void aSeriesThatNeverSettlesGetsTheLongest() {
    List<Iteration> restless = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      restless.add(iteration(i % 2 == 0 ? 40_000 : 60_000, 1));
    }
    assertThat(rule.warmup(restless)).isEqualTo(WarmupRule.MOST);
  }

  @Test
  void aRunningMedianPassesOverOneDisturbedIteration() {
    WarmupRule smoothed = new WarmupRule(0.05, 0.05, 8, 1.5, 5);
    for (int late = 10; late < 60; late++) {
      List<Iteration> pilot = pilot(5, 5, 60);
      pilot.set(late, iteration(90_000, 40));
      assertThat(smoothed.warmup(pilot)).isEqualTo(WarmupRule.LEAST);
    }
  }

  @Test
  void waitingForACpuIsNotWarmup() {
    List<Iteration> contended = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      Iteration calm = iteration(40_000, 1);
      contended.add(
          new Iteration(i < 50 ? 120_000 : 40_000, calm.ops(), calm.workers(), calm.background()));
    }
    assertThat(rule.warmup(contended)).isEqualTo(WarmupRule.LEAST);
  }

  @Test
  void withoutAccountsTheScoreDecides() {
    List<Iteration> scores = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      scores.add(Iteration.ofScore(i < 30 ? 500 : 400));
    }
    assertThat(rule.warmup(scores)).isEqualTo(45);
  }

  @Test
  void aPilotMayStopOnceItHasBeenSteadyForTwiceTheStretch() {
    assertThat(rule.arrived(pilot(30, 5, 40))).isFalse();
    assertThat(rule.arrived(pilot(30, 5, 45))).isFalse();
    assertThat(rule.arrived(pilot(30, 5, 46))).isTrue();
  }

  @Test
  void singleIterationsThatAreOffAreNoWarmup() {
    List<Iteration> spiky = pilot(15, 15, 60);
    for (int i = 18; i < 60; i += 6) {
      spiky.set(i, iteration(90_000, 60));
    }
    assertThat(rule.warmup(spiky)).isEqualTo(24);
    assertThat(rule.arrived(spiky.subList(0, 42))).isTrue();
  }
}
