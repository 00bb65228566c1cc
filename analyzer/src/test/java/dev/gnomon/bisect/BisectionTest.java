package dev.gnomon.bisect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.OptionalInt;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

class BisectionTest {
  private int looks;

  private Bisection searched(int last, IntFunction<Resemblance> truth) {
    Bisection bisection = Bisection.to(last);
    looks = 0;
    for (OptionalInt next = bisection.next(); next.isPresent(); next = bisection.next()) {
      bisection = bisection.with(next.getAsInt(), truth.apply(next.getAsInt()));
      looks++;
    }
    return bisection;
  }

  private static Resemblance from(int first, int commit) {
    return commit >= first ? Resemblance.BAD : Resemblance.GOOD;
  }

  @Test
  void everyFirstBadCommitIsFoundInAboutTheLogarithmOfLooks() {
    for (int last = 1; last <= 40; last++) {
      for (int first = 1; first <= last; first++) {
        int culprit = first;
        Bisection end = searched(last, commit -> from(culprit, commit));

        assertThat(end.found()).isTrue();
        assertThat(end.firstBad()).isEqualTo(first);
        assertThat(end.lastGood()).isEqualTo(first - 1);
        assertThat(looks).isLessThanOrEqualTo(Bisection.to(last).stepsLeft());
      }
    }
  }

  @Test
  void whatCannotBeToldIsPassedOver() {
    Bisection end =
        searched(16, commit -> commit == 8 || commit == 9 ? Resemblance.UNKNOWN : from(5, commit));

    assertThat(end.found()).isTrue();
    assertThat(end.firstBad()).isEqualTo(5);
  }

  @Test
  void whatCannotBeToldAroundTheChangeLeavesARange() {
    Bisection end =
        searched(16, commit -> commit >= 6 && commit <= 8 ? Resemblance.UNKNOWN : from(7, commit));

    assertThat(end.found()).isFalse();
    assertThat(end.lastGood()).isEqualTo(5);
    assertThat(end.firstBad()).isEqualTo(9);
  }

  @Test
  void nothingToldAtAllLeavesEverything() {
    Bisection end = searched(6, commit -> Resemblance.UNKNOWN);

    assertThat(end.lastGood()).isZero();
    assertThat(end.firstBad()).isEqualTo(6);
    assertThat(looks).isEqualTo(5);
  }

  @Test
  void aHistoryThatTurnsTwiceEndsAtATurn() {
    // Slower at 3, mended at 6, slower again at 11.
    Bisection end =
        searched(
            16,
            commit ->
                commit < 3 || (commit >= 6 && commit < 11) ? Resemblance.GOOD : Resemblance.BAD);

    assertThat(end.found()).isTrue();
    assertThat(end.firstBad()).isIn(3, 11);
  }

  @Test
  void endsAreKnownAndNothingIsToldTwice() {
    assertThatThrownBy(() -> Bisection.to(0)).hasMessageContaining("at least 1");
    Bisection bisection = Bisection.to(4).with(2, Resemblance.GOOD);
    assertThatThrownBy(() -> bisection.with(2, Resemblance.BAD)).hasMessageContaining("known");
    assertThatThrownBy(() -> bisection.with(4, Resemblance.BAD)).hasMessageContaining("end");
  }
}
