package dev.gnomon.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScoreTest {
  @ParameterizedTest
  @CsvSource({
    "2, ns/op, 1, 2",
    "2, us/op, 1, 2000",
    "2, ms/op, 4, 2000000",
    "2, s/op, 1, 2e9",
    "2, min/op, 1, 1.2e11",
    "1, hr/op, 1, 3.6e12",
    "1, day/op, 1, 8.64e13",
    "4, ops/s, 1, 2.5e8",
    "4, ops/us, 2, 500",
    "0.5, ops/ns, 1, 2"
  })
  void scoresOfEveryUnitBecomeNanosecondsPerOperationAndThread(
      double score, String unit, int threads, double expected) {
    assertThat(Score.nsPerOp(score, unit, threads)).isCloseTo(expected, within(expected * 1e-12));
  }

  @Test
  void aUnitThatIsNeitherTimeNorThroughputIsNotANumber() {
    assertThat(Score.nsPerOp(1, "#", 1)).isNaN();
    assertThat(Score.nsPerOp(1, "B/op", 1)).isNaN();
    assertThat(Score.nsPerOp(1, "ops/parsec", 1)).isNaN();
  }
}
