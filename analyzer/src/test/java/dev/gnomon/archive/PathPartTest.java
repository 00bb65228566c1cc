package dev.gnomon.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PathPartTest {
  @ParameterizedTest
  @CsvSource({"core,core", "dev.gnomon:gnomon,dev.gnomon+gnomon", "a_b-c.1,a_b-c.1"})
  void commonNamesStayReadable(String name, String part) {
    assertThat(PathPart.of(name)).isEqualTo(part);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "..",
        "../..",
        "/etc/passwd",
        "C:\\x",
        "con",
        "nul.txt",
        "com1",
        "lpt9:x",
        "a.",
        "a:",
        "~",
        "a~b",
        "-rf",
        "Core",
        "sp ace",
        "new\nline",
        "\u0000",
        "ü",
        "\ud800",
        ".git",
        "a+b"
      })
  void harmfulNamesBecomeHarmlessOnEverySystem(String name) {
    assertThat(PathPart.of(name)).matches("[a-z0-9_][a-z0-9_-]*~[0-9a-f]{10}|~[0-9a-f]{10}");
  }

  @Test
  void aLongNameIsCut() {
    assertThat(PathPart.of("x".repeat(5000))).hasSizeLessThan(64);
  }

  @Test
  void differentNamesNeverShareAPartEvenWhereCaseIsIgnored() {
    List<String> names =
        List.of("core", "Core", "CORE", "cor\u00e9", "a:b", "a+b", "a/b", "a\\b", "a b", "a_b", "");
    Set<String> parts = new HashSet<>();
    names.forEach(name -> parts.add(PathPart.of(name).toLowerCase(Locale.ROOT)));
    assertThat(parts).hasSize(names.size());
  }
}
