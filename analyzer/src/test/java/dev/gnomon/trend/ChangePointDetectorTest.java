package dev.gnomon.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.gnomon.stats.Caveat;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class ChangePointDetectorTest {
  private static final ChangePointDetector DETECTOR = ChangePointDetector.withDefaults();

  @Test
  void aStepIsFoundWithItsSizeAndLevels() {
    ChangePoint point = only(DETECTOR.detect(step(1, 120, 70, 0.10)));
    assertThat(point.index()).isEqualTo(70);
    assertThat(point.kind()).isEqualTo(ChangePoint.Kind.CHANGE);
    assertThat(point.shift()).isCloseTo(0.10, within(0.02));
    assertThat(point.interval().lower()).isBetween(0.07, 0.10);
    assertThat(point.interval().upper()).isBetween(0.10, 0.13);
    assertThat(point.interval().level()).isEqualTo(0.95);
    assertThat(point.levelBefore()).isCloseTo(1.0, within(0.02));
    assertThat(point.levelAfter()).isCloseTo(Math.exp(0.10), within(0.03));
    assertThat(point.p()).isLessThan(1e-6);
  }

  @Test
  void twoStepsThatMakeAPlateauAreTwoChanges() {
    double[] values = step(2, 150, 50, 0.10);
    for (int i = 100; i < 150; i++) {
      values[i] *= Math.exp(-0.10);
    }
    assertThat(DETECTOR.detect(values).changes())
        .extracting(ChangePoint::index, point -> Math.signum(point.shift()))
        .containsExactly(tuple(50, 1.0), tuple(100, -1.0));
  }

  @Test
  void aLevelThatIsBackWithinThreeRunsIsASpike() {
    for (int length = 1; length <= 3; length++) {
      double[] values = noise(3, 80);
      for (int i = 40; i < 40 + length; i++) {
        values[i] *= 1.5;
      }
      ChangePoint point = only(DETECTOR.detect(values));
      assertThat(point.kind()).as("length %d", length).isEqualTo(ChangePoint.Kind.SPIKE);
      assertThat(point.index()).as("length %d", length).isEqualTo(40);
      assertThat(point.shift()).as("length %d", length).isCloseTo(Math.log(1.5), within(0.05));
    }
  }

  @Test
  void aShortPlateauIsTwoChangesAndNoSpike() {
    double[] values = noise(3, 120);
    for (int i = 60; i < 68; i++) {
      values[i] *= 1.5;
    }
    assertThat(DETECTOR.detect(values).all())
        .extracting(ChangePoint::index, ChangePoint::kind)
        .containsExactly(tuple(60, ChangePoint.Kind.CHANGE), tuple(68, ChangePoint.Kind.CHANGE));
  }

  @Test
  void aLevelThatStaysForFourRunsIsAChange() {
    assertThat(DETECTOR.detect(step(4, 64, 60, 0.3)).changes())
        .extracting(ChangePoint::index)
        .containsExactly(60);
    assertThat(DETECTOR.detect(step(4, 63, 60, 0.3)).all()).isEmpty();
  }

  @Test
  void anEnormousSpikeDoesNotHideAStep() {
    double[] values = step(5, 200, 100, 0.15);
    values[30] *= 1000;
    ChangePoints points = DETECTOR.detect(values);
    assertThat(points.changes()).extracting(ChangePoint::index).containsExactly(100);
    assertThat(points.spikes()).extracting(ChangePoint::index).containsExactly(30);
    assertThat(points.changes().get(0).shift()).isCloseTo(0.15, within(0.03));
  }

  @Test
  void aChangeOfTheEnvironmentIsNoChangePoint() {
    double[] values = step(6, 160, 80, 0.5);
    values = plus(values, 120, 0.2);
    assertThat(DETECTOR.detect(values).changes())
        .extracting(ChangePoint::index)
        .containsExactly(80, 120);
    assertThat(DETECTOR.detect(values, 80).changes())
        .extracting(ChangePoint::index)
        .containsExactly(120);
    assertThat(DETECTOR.detect(values, 120, 80, 80).all()).isEmpty();
  }

  @Test
  void theOrderOfBoundariesAndAStartThatIsOneDoNotMatter() {
    double[] values = step(6, 160, 80, 0.5);
    assertThat(DETECTOR.detect(values, 120, 0, 40)).isEqualTo(DETECTOR.detect(values, 40, 120));
  }

  @Test
  void aBoundaryOutsideTheHistoryIsRefused() {
    assertThatThrownBy(() -> DETECTOR.detect(new double[] {1, 2}, 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("boundaries [2] of a history of 2 runs, expected indexes of runs");
    assertThatThrownBy(() -> DETECTOR.detect(new double[] {1, 2}, -1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void runsWithoutAResultAreLeftOutAndCounted() {
    double[] whole = step(7, 120, 60, 0.2);
    double[] values = new double[125];
    Arrays.fill(values, Double.NaN);
    System.arraycopy(whole, 0, values, 1, 50);
    values[51] = 0;
    values[52] = -3;
    values[53] = Double.POSITIVE_INFINITY;
    System.arraycopy(whole, 50, values, 54, 70);
    ChangePoints points = DETECTOR.detect(values);
    assertThat(points.changes()).extracting(ChangePoint::index).containsExactly(64);
    assertThat(points.caveats())
        .containsExactly(
            new Caveat("runs-left-out", "5 of 125 runs have no positive value and were left out."));
  }

  @Test
  void aShortHistoryHasNoPointsAndSaysSo() {
    for (double[] values : List.of(new double[0], new double[] {5}, new double[] {1, 2, 1, 9})) {
      ChangePoints points = DETECTOR.detect(values);
      assertThat(points.all()).isEmpty();
      assertThat(points.caveats())
          .containsExactly(
              new Caveat(
                  "short-history",
                  "A change point needs 8 runs in one environment; the newest environment has "
                      + values.length
                      + "."));
    }
  }

  @Test
  void aConstantHasNoPointsAndAStepBetweenConstantsIsFound() {
    double[] values = new double[60];
    Arrays.fill(values, 1024);
    assertThat(DETECTOR.detect(values)).isEqualTo(new ChangePoints(List.of(), List.of()));
    Arrays.fill(values, 30, 60, 1040);
    assertThat(only(DETECTOR.detect(values)).index()).isEqualTo(30);
    Arrays.fill(values, 30, 60, 1024.05);
    assertThat(DETECTOR.detect(values).all()).isEmpty();
  }

  @Test
  void theSmallestAndLargestNumbersAreValues() {
    double[] values = new double[40];
    Arrays.fill(values, 0, 20, Double.MIN_VALUE);
    Arrays.fill(values, 20, 40, Double.MAX_VALUE);
    ChangePoint point = only(DETECTOR.detect(values));
    assertThat(point.index()).isEqualTo(20);
    assertThat(point.levelAfter()).isFinite();
  }

  @Test
  void criteriaChangeWhatIsFound() {
    double[] values = step(8, 70, 60, 0.15);
    assertThat(DETECTOR.detect(values).changes()).hasSize(1);
    Criteria patient = Criteria.defaults().withMinimumSegment(15);
    assertThat(DETECTOR.with(patient).detect(values).changes()).isEmpty();
    Criteria strict = Criteria.defaults().withThreshold(1e-40);
    assertThat(DETECTOR.with(strict).detect(values).changes()).isEmpty();
    Criteria large = Criteria.defaults().withSpreadEffect(50);
    // A shift beyond the plain effect is not held against the spread.
    assertThat(DETECTOR.with(large).detect(values).changes()).hasSize(1);
    Criteria wide = Criteria.defaults().withConfidence(0.99);
    assertThat(DETECTOR.with(wide).detect(values).changes().get(0).interval().level())
        .isEqualTo(0.99);
    assertThat(DETECTOR.with(wide).criteria()).isEqualTo(wide);
  }

  @Test
  void criteriaOutOfRangeAreRefused() {
    assertThatThrownBy(() -> Criteria.defaults().withThreshold(0.05))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("change points with threshold 0.05, which is out of its range");
    assertThatThrownBy(() -> Criteria.defaults().withThreshold(Double.NaN))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Criteria.defaults().withWindow(257))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Criteria.defaults().withWindow(3))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Criteria.defaults().withMinimumSegment(2))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Criteria.defaults().withSpreadEffect(Double.NaN))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Criteria.defaults().withConfidence(1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  static double[] noise(long seed, int length) {
    Random random = new Random(seed);
    double[] values = new double[length];
    for (int i = 0; i < length; i++) {
      values[i] = Math.exp(0.02 * random.nextGaussian());
    }
    return values;
  }

  static double[] step(long seed, int length, int at, double shift) {
    return plus(noise(seed, length), at, shift);
  }

  static double[] plus(double[] values, int at, double shift) {
    double[] shifted = values.clone();
    for (int i = at; i < values.length; i++) {
      shifted[i] *= Math.exp(shift);
    }
    return shifted;
  }

  private static ChangePoint only(ChangePoints points) {
    assertThat(points.all()).hasSize(1);
    return points.all().get(0);
  }
}
