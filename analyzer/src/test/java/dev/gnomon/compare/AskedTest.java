package dev.gnomon.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gnomon.model.BenchmarkId;
import dev.gnomon.model.Mode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AskedTest {
  private static BenchmarkId id(String benchmark, Map<String, String> params) {
    return BenchmarkId.of(benchmark, params, Mode.AVERAGE_TIME, 1);
  }

  @Test
  void patternsAreFoundAnywhereInTheName() {
    Asked asked = new Asked(List.of("Parse", "B\\.run$"), List.of("Slow"), Map.of());

    assertThat(asked.covers("p.Parser.read")).isTrue();
    assertThat(asked.covers("p.B.run")).isTrue();
    assertThat(asked.covers("p.B.runs")).isFalse();
    assertThat(asked.covers("p.SlowParser.read")).isFalse();
  }

  @Test
  void parametersThatTheBenchmarkDoesNotHaveLeaveItIn() {
    Asked asked = new Asked(List.of(), List.of(), Map.of("size", List.of("1", "2")));

    assertThat(asked.covers(id("p.B.run", Map.of("size", "2")))).isTrue();
    assertThat(asked.covers(id("p.B.run", Map.of("size", "3")))).isFalse();
    assertThat(asked.covers(id("p.B.run", Map.of()))).isTrue();
  }

  @Test
  void exactlyTheseAreTheseByNameAndNoOthers() {
    Asked asked =
        Asked.exactly(List.of(id("p.B.run", Map.of("size", "1")), id("p.B$C.x", Map.of())));

    assertThat(asked.covers(id("p.B.run", Map.of("size", "9")))).isTrue();
    assertThat(asked.covers("p.B$C.x")).isTrue();
    assertThat(asked.covers("p.B.runs")).isFalse();
    assertThat(asked.covers("pxB.run")).isFalse();
  }
}
