package dev.gnomon.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ForkFlagsTest {
  private static final List<String> PLAN = List.of("-XX:+AlwaysPreTouch", "-XX:GCTimeRatio=2");

  @Test
  void theParallelCollectorKeepsItsOwnRatio() {
    assertThat(ForkFlags.fitting(PLAN, List.of("-Xmx1g"))).isEqualTo(PLAN);
    assertThat(ForkFlags.fitting(PLAN, List.of("-XX:+UseParallelGC")))
        .containsExactly("-XX:+AlwaysPreTouch");
    assertThat(ForkFlags.fitting(List.of("-XX:GCTimeRatio=2", "-XX:+UseParallelGC"), List.of()))
        .containsExactly("-XX:+UseParallelGC");
  }
}
