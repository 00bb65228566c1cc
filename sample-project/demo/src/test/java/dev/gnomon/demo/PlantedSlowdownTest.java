package dev.gnomon.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PlantedSlowdownTest {
  private static final PlantedSlowdown PLANTED = PlantedSlowdown.IGNORE_CASE;
  private static final Path SAMPLE = Path.of("..");

  @Test
  void theSampleProjectHasTheLineThatIsSlowedDown() throws IOException {
    String source = Files.readString(SAMPLE.resolve(PLANTED.file()));

    assertThat(PLANTED.appliedTo(source)).contains(PLANTED.slower()).isNotEqualTo(source);
  }

  @Test
  void theBenchmarkThatIsNamedExists() {
    String name = PLANTED.benchmark();
    int method = name.lastIndexOf('.');
    Path source =
        SAMPLE.resolve("src/test/java/" + name.substring(0, method).replace('.', '/') + ".java");

    assertThat(source)
        .content()
        .containsPattern("@Benchmark\\s+public int " + name.substring(method + 1));
  }

  @Test
  void aSourceWithoutTheLineIsRefused() {
    assertThatThrownBy(() -> PLANTED.appliedTo("class EditDistance {}"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("EditDistance.java should contain this code exactly once");
    assertThatThrownBy(() -> PLANTED.appliedTo(PLANTED.code() + PLANTED.code()))
        .isInstanceOf(IllegalStateException.class);
  }
}
