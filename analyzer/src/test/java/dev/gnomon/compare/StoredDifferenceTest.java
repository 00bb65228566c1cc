package dev.gnomon.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gnomon.stats.Estimate;
import dev.gnomon.stats.Sample;
import dev.gnomon.stats.Welch;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StoredDifferenceTest {
  private static Sample drawn(Random random, double mean, double spread, int forks) {
    return Sample.of(
        random.doubles(forks).map(u -> mean + spread * random.nextGaussian()).toArray());
  }

  /** Share of 95 % intervals that cover the truth, zero. */
  private static double coverage(int runs, int forks, double between, double floor) {
    Random random = new Random(7);
    int covered = 0;
    int trials = 2_000;
    for (int trial = 0; trial < trials; trial++) {
      List<Sample> baseline = new ArrayList<>();
      for (int run = 0; run < runs; run++) {
        baseline.add(drawn(random, between * random.nextGaussian(), 0.02, forks));
      }
      Sample candidate = drawn(random, between * random.nextGaussian(), 0.02, forks);
      var interval = StoredDifference.of(candidate, baseline, floor).interval(0.95);
      covered += interval.lower() <= 0 && interval.upper() >= 0 ? 1 : 0;
    }
    return (double) covered / trials;
  }

  @Test
  void oneRunOnTheSameBootIsWelchsTest() {
    Random random = new Random(1);
    Sample a = drawn(random, 0, 0.02, 5);
    Sample b = drawn(random, 0, 0.02, 5);
    Estimate welch = Welch.difference(a, b);
    Estimate stored = StoredDifference.of(a, List.of(b), 0);

    assertThat(stored.value()).isCloseTo(welch.value(), within(1e-12));
    assertThat(stored.standardError()).isCloseTo(welch.standardError(), within(1e-12));
    assertThat(stored.degreesOfFreedom()).isCloseTo(welch.degreesOfFreedom(), within(1e-9));
  }

  @Test
  void intervalsCoverAsOftenAsTheySay() {
    assertThat(coverage(1, 5, 0, 0)).isBetween(0.94, 0.98);
    assertThat(coverage(1, 5, 0.015, 0.015)).isBetween(0.94, 0.99);
    assertThat(coverage(3, 5, 0, 0)).isBetween(0.94, 0.98);
    assertThat(coverage(3, 5, 0.015, 0.015)).isBetween(0.94, 0.99);
    assertThat(coverage(10, 5, 0.015, 0.005)).isBetween(0.93, 0.98);
    assertThat(coverage(10, 5, 0.03, 0.005)).isBetween(0.93, 0.98);
  }

  @Test
  void aMachineOfTheSameTypeIsTrustedLessThanTheSameBoot() {
    Sample a = Sample.of(0.01, 0.02, 0.015, 0.012, 0.018);
    Sample b = Sample.of(0, 0.001, 0.002, -0.001, 0.0005);

    assertThat(StoredDifference.of(a, List.of(b), Proximity.SAME_TYPE.runSpread()).standardError())
        .isGreaterThan(
            4
                * StoredDifference.of(a, List.of(b), Proximity.SAME_BOOT.runSpread())
                    .standardError());
  }

  @Test
  void aNoisyCandidateBorrowsNoCalmFromItsHistory() {
    Sample noisy = Sample.of(0.2, -0.2, 0.15, -0.1, 0.05);
    List<Sample> calm = new ArrayList<>();
    Random random = new Random(3);
    for (int run = 0; run < 5; run++) {
      calm.add(drawn(random, 0, 0.002, 5));
    }

    assertThat(StoredDifference.of(noisy, calm, 0).standardError())
        .isGreaterThan(0.9 * noisy.standardDeviation() / Math.sqrt(5));
  }

  @Test
  void constantForksDoNotMakeCertainty() {
    Estimate estimate =
        StoredDifference.of(Sample.of(0.0005, 0.0005, 0.0005), List.of(Sample.of(0, 0, 0)), 0);

    assertThat(estimate.standardError()).isGreaterThan(0);
    assertThat(estimate.pAbove(0)).isGreaterThan(0.05);
  }

  @Test
  void singleForksOnBothSidesLeaveTheErrorUnknown() {
    assertThat(StoredDifference.of(Sample.of(1), List.of(Sample.of(0)), 0).standardError())
        .isInfinite();
  }
}
