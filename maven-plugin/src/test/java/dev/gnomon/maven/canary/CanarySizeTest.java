package dev.gnomon.maven.canary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CanarySizeTest {
  @Test
  void slowsByAtLeastTheWantedPart() {
    CanarySize size = CanarySize.of(1000, 0.05, 3);
    assertThat(size.tokens()).isEqualTo(17);
    assertThat(size.reached()).isCloseTo(0.051, within(1e-12));
    assertThat(size.coarse()).isFalse();
  }

  @Test
  void needsNoTokenMoreWhereTheDivisionIsEven() {
    CanarySize size = CanarySize.of(300, 0.1, 0.1);
    assertThat(size.tokens()).isEqualTo(300);
    assertThat(size.reached()).isCloseTo(0.1, within(1e-12));
  }

  @Test
  void saysWhereOneTokenIsMoreThanWanted() {
    CanarySize size = CanarySize.of(2, 0.05, 1.5);
    assertThat(size.tokens()).isEqualTo(1);
    assertThat(size.reached()).isCloseTo(0.75, within(1e-12));
    assertThat(size.coarse()).isTrue();
  }

  @Test
  void refusesWhatIsNoTime() {
    for (double bad : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThatIllegalArgumentException().isThrownBy(() -> CanarySize.of(bad, 0.1, 1));
      assertThatIllegalArgumentException().isThrownBy(() -> CanarySize.of(1, bad, 1));
      assertThatIllegalArgumentException().isThrownBy(() -> CanarySize.of(1, 0.1, bad));
    }
  }
}
