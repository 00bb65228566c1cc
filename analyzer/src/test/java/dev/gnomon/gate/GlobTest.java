package dev.gnomon.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gnomon.model.BenchmarkId;
import dev.gnomon.model.Mode;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GlobTest {
  private static final BenchmarkId ID =
      BenchmarkId.of("p.q.Bench.run", Map.of("size", "10"), Mode.AVERAGE_TIME, 1);

  private static boolean matches(String pattern) {
    return new Glob(pattern).matches(ID);
  }

  @Test
  void namesMatchWithAndWithoutPackageAndParameters() {
    assertThat(matches("*")).isTrue();
    assertThat(matches("p.q.Bench.run")).isTrue();
    assertThat(matches("Bench.run")).isTrue();
    assertThat(matches("Bench.*")).isTrue();
    assertThat(matches("Bench.run (size=10)")).isTrue();
    assertThat(matches("*(size=1*)")).isTrue();
  }

  @Test
  void otherNamesDoNotMatch() {
    assertThat(matches("")).isFalse();
    assertThat(matches("run")).isFalse();
    assertThat(matches("Bench.ru")).isFalse();
    assertThat(matches("Bench.run (size=1)")).isFalse();
  }

  @Test
  void everyOtherCharacterStandsForItself() {
    assertThat(matches("p.q.Bench.ru.")).isFalse();
    assertThat(matches("p.q.Bench.[r]un")).isFalse();
    assertThat(matches("Bench?run")).isFalse();
  }

  @Test
  void aHostilePatternEndsSoon() {
    Glob glob = new Glob("*a".repeat(200) + "b");

    assertThat(glob.matches("a".repeat(5_000))).isFalse();
  }
}
