package dev.gnomon.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** The bounds are those of five forks and 2,000 samples; {@link FramePower} prints the table. */
final class FramePowerTest {
  private static final int TRIALS = 60;

  @Test
  void theFrameThatGrewByThirtyPercentIsRankedFirst() {
    FramePower.Result result = FramePower.run(0.3, 5, 2_000, TRIALS, new Random(1));
    assertThat(result.first()).isGreaterThanOrEqualTo(0.94);
  }

  @Test
  void fewUntouchedFramesAreCalledChanged() {
    FramePower.Result result = FramePower.run(0.3, 5, 2_000, TRIALS, new Random(2));
    assertThat(result.falseShare()).isLessThanOrEqualTo(0.12);
  }
}
