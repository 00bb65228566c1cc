package dev.gnomon.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Expected values from numpy 2.4.6 and scipy 1.17.1. */
final class PreparationTest {
  private static final double TIGHT = 1e-9;
  private static final double[] VALUES = {1, 4, 2, 8, 5, 7, 1, 3};

  /** {@code np.quantile(v, p)}. */
  @Test
  void quantilesInterpolateAsNumpyDoes() {
    double[] sorted = {1, 1, 2, 3, 4, 5, 7, 8};
    assertThat(Medians.quantile(sorted, 0)).isEqualTo(1);
    assertThat(Medians.quantile(sorted, 0.33)).isCloseTo(2.31, within(TIGHT));
    assertThat(Medians.quantile(sorted, 0.9)).isCloseTo(7.3, within(TIGHT));
    assertThat(Medians.quantile(sorted, 1)).isEqualTo(8);
    assertThat(Medians.of(VALUES, 0, 8)).isEqualTo(3.5);
    assertThat(Medians.of(VALUES, 1, 4)).isEqualTo(4);
  }

  /** {@code 1.4826 * np.median(np.abs(np.diff(v))) / np.sqrt(2)}. */
  @Test
  void noiseComesFromDifferencesOfNeighbours() {
    assertThat(Noise.of(VALUES)).isCloseTo(3.1450695413615257, within(TIGHT));
  }

  /** {@code np.sqrt(np.mean(np.minimum(d, np.quantile(d, .9)) ** 2) / 2)}. */
  @Test
  void roundedValuesHaveNoiseToo() {
    double[] rounded = {0, .1, .1, .1, .2, .2, .1, .1, .1, .1, 0, 0};
    assertThat(Noise.of(rounded)).isCloseTo(0.04264014327112209, within(TIGHT));
  }

  @Test
  void aConstantHasTheSmallestNoiseAndOneStepAddsNone() {
    assertThat(Noise.of(new double[] {2, 2, 2})).isEqualTo(Noise.FLOOR);
    assertThat(Noise.of(new double[] {2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 9})).isEqualTo(Noise.FLOOR);
  }

  /** {@code m = ndimage.median_filter(v, 5, mode='nearest'); np.clip(v, m - 1.5, m + 1.5)}. */
  @Test
  void clippingHoldsValuesNearTheRunningMedian() {
    assertThat(Clipping.of(VALUES, 2, 0.5)).containsExactly(1.0, 3.5, 2.5, 6.5, 5.0, 6.5, 1.5, 3.0);
  }

  @Test
  void clippingTakesSpikesAndLeavesLevels() {
    double[] values = {0, 0, 0, 0, 9, 9, 9, 0, 0, 0, 0, 9, 9, 9, 9, 0, 0, 0, 0};
    assertThat(Clipping.of(values, 3, 0.1))
        .containsExactly(
            new double[] {0, 0, 0, 0, .3, .3, .3, 0, 0, 0, 0, 9, 9, 9, 9, 0, 0, 0, 0},
            within(TIGHT));
  }
}
