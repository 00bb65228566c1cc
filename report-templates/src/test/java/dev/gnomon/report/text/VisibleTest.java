package dev.gnomon.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VisibleTest {
  @Test
  void whatMovesACursorOrReversesTextIsSpelledOut() {
    assertThat(Visible.line("a\u001b[2Jb\r\n\tc\u202ed\u2028e\u0085"))
        .isEqualTo("a\\u001b[2Jb\\r\\n\\tc\\u202ed\\u2028e\\u0085");
  }

  @Test
  void halfACharacterIsSpelledOutAndAWholeOneStays() {
    assertThat(Visible.line("\ud800x😀é日本")).isEqualTo("\\ud800x😀é日本");
  }

  @Test
  void longTextLosesItsMiddle() {
    assertThat(Visible.line("abcdefghij", 7)).isEqualTo("abcd…ij");
    assertThat(Visible.line("abcdefg", 7)).isEqualTo("abcdefg");
    assertThat(Visible.line("\n".repeat(1_000_000), 20)).hasSizeLessThanOrEqualTo(20);
  }

  @Test
  void aCutNeverHalvesACharacter() {
    for (int most = 3; most < 30; most++) {
      assertThat(Visible.line("😀".repeat(50), most))
          .hasSizeLessThanOrEqualTo(most)
          .doesNotContain("\\u");
    }
  }
}
