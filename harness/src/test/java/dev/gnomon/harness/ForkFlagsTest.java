package dev.gnomon.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ForkFlagsTest {
  private static final List<String> PLAN =
      List.of("-XX:-BackgroundCompilation", "-XX:+AlwaysPreTouch", "-XX:GCTimeRatio=2");

  @Test
  void everybodyElseOutranksThePlan() {
    assertThat(ForkFlags.unopposed(PLAN, List.of("-Xmx1g"))).isEqualTo(PLAN);
    assertThat(
            ForkFlags.unopposed(PLAN, List.of("-XX:+BackgroundCompilation", "-XX:-AlwaysPreTouch")))
        .containsExactly("-XX:GCTimeRatio=2");
    assertThat(ForkFlags.unopposed(PLAN, List.of("-XX:GCTimeRatio=12")))
        .containsExactly("-XX:-BackgroundCompilation", "-XX:+AlwaysPreTouch");
  }

  @Test
  void theParallelCollectorKeepsItsOwnRatio() {
    assertThat(ForkFlags.unopposed(PLAN, List.of("-XX:+UseParallelGC")))
        .containsExactly("-XX:-BackgroundCompilation", "-XX:+AlwaysPreTouch");
  }
}
