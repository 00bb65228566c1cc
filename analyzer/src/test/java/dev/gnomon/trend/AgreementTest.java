package dev.gnomon.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class AgreementTest {
  @Test
  void namingNothingWhereNobodyMarkedIsPerfect() {
    assertThat(Agreement.of(List.of(), List.of(Set.of(), Set.of())).f1()).isEqualTo(1);
  }

  @Test
  void aFalsePointHalvesPrecisionWhereNobodyMarked() {
    Agreement agreement = Agreement.of(List.of(40), List.of(Set.of(), Set.of()));
    assertThat(agreement.precision()).isEqualTo(0.5);
    assertThat(agreement.recall()).isEqualTo(1);
    assertThat(agreement.f1()).isCloseTo(2.0 / 3, within(1e-12));
  }

  @Test
  void fiveRunsOffIsRightAndSixIsWrong() {
    assertThat(Agreement.of(List.of(45), List.of(Set.of(40))).f1()).isEqualTo(1);
    assertThat(Agreement.of(List.of(46), List.of(Set.of(40))).f1()).isEqualTo(0.5);
  }

  @Test
  void recallIsTheMeanOverPeopleAndPrecisionIsAgainstAllOfThem() {
    // Marks with the start: {0, 40} and {0, 80, 120}; 40 is right for one, 120 for the other.
    Agreement agreement = Agreement.of(List.of(41, 120, 300), List.of(Set.of(40), Set.of(80, 120)));
    assertThat(agreement.precision()).isEqualTo(0.75);
    assertThat(agreement.recall()).isCloseTo((1 + 2.0 / 3) / 2, within(1e-12));
  }

  @Test
  void aMarkCountsOnePointOnly() {
    assertThat(Agreement.of(List.of(38, 42), List.of(Set.of(40))).precision())
        .isCloseTo(2.0 / 3, within(1e-12));
  }
}
