package dev.gnomon.bisect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HalfwayTest {
  private static List<Double> pairs(int count, double center, double spread, long seed) {
    Random random = new Random(seed);
    return Stream.generate(() -> center + spread * random.nextGaussian()).limit(count).toList();
  }

  @Test
  void aCommitIsLikeTheEndThatItLiesNearTo() {
    Halfway slower = new Halfway(0.10);
    Halfway faster = new Halfway(-0.10);

    assertThat(slower.of(pairs(8, 0.10, 0.01, 1))).isEqualTo(Resemblance.BAD);
    assertThat(slower.of(pairs(8, 0.00, 0.01, 2))).isEqualTo(Resemblance.GOOD);
    assertThat(faster.of(pairs(8, -0.10, 0.01, 3))).isEqualTo(Resemblance.BAD);
    assertThat(faster.of(pairs(8, 0.00, 0.01, 4))).isEqualTo(Resemblance.GOOD);
  }

  @Test
  void halfTheChangeIsLikeNeitherEnd() {
    assertThat(new Halfway(0.10).of(pairs(30, 0.05, 0.01, 5))).isEqualTo(Resemblance.UNKNOWN);
  }

  @Test
  void fewPairsTellNothing() {
    assertThat(new Halfway(0.10).of(pairs(7, 0.10, 0.0001, 6))).isEqualTo(Resemblance.UNKNOWN);
    assertThat(new Halfway(0.10).of(List.of())).isEqualTo(Resemblance.UNKNOWN);
    assertThat(Halfway.differ(pairs(7, 0.10, 0.0001, 6))).isFalse();
  }

  @Test
  void looksAreFixed() {
    assertThat(Halfway.nextLook(0)).hasValue(8);
    assertThat(Halfway.nextLook(8)).hasValue(12);
    assertThat(Halfway.nextLook(30)).isEmpty();
  }

  @Test
  void aWrongEndIsRare() {
    Halfway halfway = new Halfway(0.05);
    int wrong = 0;
    int told = 0;
    for (int trial = 0; trial < 500; trial++) {
      Resemblance answer = halfway.of(pairs(30, 0, 0.04, trial));
      wrong += answer == Resemblance.BAD ? 1 : 0;
      told += answer == Resemblance.GOOD ? 1 : 0;
    }
    assertThat(wrong).isLessThanOrEqualTo(5);
    assertThat(told).isGreaterThan(350);
  }

  @Test
  void equalEndsSeldomDiffer() {
    int different = 0;
    for (int trial = 0; trial < 500; trial++) {
      different += Halfway.differ(pairs(30, 0, 0.03, trial)) ? 1 : 0;
    }
    // Four looks of 1 % each.
    assertThat(different).isLessThanOrEqualTo(20);
  }
}
