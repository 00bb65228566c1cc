package dev.gnomon.maven.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gnomon.problem.ProblemException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfiguredPathTest {
  private static final Path BASE = Path.of("base").toAbsolutePath();
  private static final Setting ARCHIVE = new Setting("perf.archive", "C:\\perf");

  @Test
  void aRelativePathIsRelativeToItsBase() {
    assertThat(ConfiguredPath.read(new Setting("perf.archive", "a/../b/c"), BASE))
        .contains(BASE.resolve("b").resolve("c"));
  }

  @Test
  void backslashesPartNamesOnEveryMachine() {
    assertThat(ConfiguredPath.resolve(ARCHIVE, ".perf\\archive", BASE, false))
        .isEqualTo(BASE.resolve(".perf").resolve("archive"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"C:\\perf", "c:/perf", "\\\\server\\share"})
  void aDriveOrShareIsRefusedWhereThereAreNone(String text) {
    assertThatThrownBy(
            () -> ConfiguredPath.resolve(new Setting("perf.archive", text), text, BASE, false))
        .isInstanceOf(ProblemException.class)
        .hasMessage(
            ("perf.archive is \"%s\", expected a path of this machine, which is not Windows; a"
                    + " relative path with / works everywhere.")
                .formatted(text));
  }

  @Test
  void aPathWithAForbiddenCharacterIsRefused() {
    assertThatThrownBy(() -> ConfiguredPath.resolve(ARCHIVE, "a\0b", BASE, false))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("expected a path");
  }

  @Test
  void nothingIsReadFromNothing() {
    assertThat(ConfiguredPath.read(new Setting("perf.archive", null), BASE)).isEmpty();
  }
}
