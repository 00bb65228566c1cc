package dev.gnomon.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Expected values from scipy 1.17.1. {@code r = stats.ttest_ind(b, a)}, {@code
 * r.confidence_interval(.95)}; for the spike the standard deviation of the values around it, each
 * side about its own mean, and {@code 2 * stats.t.sf(abs(d) / (sd * sqrt(1/2 + 1/20)), 18)}.
 */
final class ShiftTestTest {
  private static final double TIGHT = 1e-9;

  private static final double[] TWO_LEVELS = {
    2.31, 2.35, 2.29, 2.33, 2.30, 2.36, 2.32, 2.41, 2.45, 2.40, 2.43, 2.47
  };

  @Test
  void aStepIsTestedAsScipyDoes() {
    Shift shift = test(TWO_LEVELS, 1e-9, 0).at(0, 7, 12);
    assertThat(shift.p()).isCloseTo(4.016683407351277e-05, within(4e-5 * TIGHT));
    assertThat(shift.effect()).isCloseTo(4.0610730906224575, within(TIGHT));
    ChangePoint point = shift.asChange();
    assertThat(point.index()).isEqualTo(7);
    assertThat(point.interval().lower()).isCloseTo(0.07407951052285491, within(TIGHT));
    assertThat(point.interval().upper()).isCloseTo(0.14420620376285906, within(TIGHT));
    assertThat(point.levelBefore()).isCloseTo(10.204789234181915, within(TIGHT));
    assertThat(point.levelAfter()).isCloseTo(11.381622577078371, within(TIGHT));
    assertThat(point.ratio()).isCloseTo(point.levelAfter() / point.levelBefore(), within(TIGHT));
  }

  @Test
  void aTailFarBelowTheThresholdIsExact() {
    double[] values =
        IntStream.range(0, 50)
            .mapToDouble(i -> i < 30 ? i % 5 * 0.01 : 0.08 + (i - 30) % 5 * 0.01)
            .toArray();
    assertThat(test(values, 1e-9, 0).at(0, 30, 50).p() / 3.631110545720758e-24)
        .isCloseTo(1, within(TIGHT));
  }

  @Test
  void whatWasTakenOffComesBackInTheLevels() {
    double centre = 2.3;
    double[] centred = DoubleStream.of(TWO_LEVELS).map(value -> value - centre).toArray();
    assertThat(test(centred, 1e-9, centre).at(0, 7, 12).asChange().levelBefore())
        .isCloseTo(10.204789234181915, within(TIGHT));
  }

  @Test
  void onlyTheWindowCounts() {
    double[] values = new double[300];
    for (int i = 0; i < 300; i++) {
      values[i] = (7 * i) % 11 / 100.0 + (i < 100 ? 5 : i < 150 ? 0 : 0.2);
    }
    Shift near = test(values, 1e-9, 0).at(100, 150, 300);
    Shift all = test(values, 1e-9, 0).at(0, 150, 300);
    assertThat(all).isEqualTo(near);
  }

  @Test
  void twoQuietStretchesAreHeldAgainstTheNoise() {
    double[] values = {1, 1, 1, 1, 1.01, 1.01, 1.01, 1.01};
    assertThat(test(values, 0.04, 0).at(0, 4, 8).effect()).isCloseTo(1, within(TIGHT));
  }

  @Test
  void aSpikeIsTestedAgainstTheRunsOnBothSides() {
    double[] values = new double[22];
    for (int i = 0; i < 22; i++) {
      int j = i < 10 ? i : i - 2;
      values[i] = i == 10 || i == 11 ? 0.06 : (7 * j) % 11 / 1000.0;
    }
    Shift spike = test(values, 1e-9, 0).spike(0, 10, 12, 22, 0.06);
    assertThat(spike.p() / 2.158345281494863e-14).isCloseTo(1, within(TIGHT));
    assertThat(spike.before()).isCloseTo(0.0049, within(TIGHT));
    assertThat(spike.deviation()).isCloseTo(0.0034075080500434785, within(TIGHT));
  }

  private static ShiftTest test(double[] values, double noise, double centre) {
    return new ShiftTest(Criteria.defaults(), values, noise, centre);
  }
}
