package dev.gnomon.sample.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditDistanceTest {

  @ParameterizedTest
  @CsvSource({
    "kitten, sitting, 3",
    "flaw, lawn, 2",
    "saturday, sunday, 3",
    "aaa, aa, 1",
    "abcab, abab, 1",
    "same, same, 0",
    "'', word, 4",
  })
  void distanceIsThatOfThePublishedExamples(String left, String right, int distance) {
    assertThat(EditDistance.between(left, right)).isEqualTo(distance);
  }

  @Test
  void swappingTheWordsGivesTheSameDistance() {
    assertThat(EditDistance.between("intention", "execution"))
        .isEqualTo(EditDistance.between("execution", "intention"))
        .isEqualTo(5);
  }
}
