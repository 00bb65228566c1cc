package dev.gnomon.trend;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * Expected from the tool itself: {@code otava.analysis.compute_change_points([100 + (13 * i) % 17 /
 * 4 + (6 if 40 <= i < 90 else 0) + (1.2 if i >= 120 else 0) for i in range(160)])[0]}.
 */
final class OtavaDefaultsTest {
  @Test
  void theComparedSearchGivesThePointsOfTheTool() {
    double[] values = new double[160];
    for (int i = 0; i < 160; i++) {
      values[i] = 100 + 13 * i % 17 / 4.0 + (i >= 40 && i < 90 ? 6 : 0) + (i >= 120 ? 1.2 : 0);
    }
    assertThat(OtavaDefaults.changePoints(values)).containsExactly(40, 90, 120);
  }
}
