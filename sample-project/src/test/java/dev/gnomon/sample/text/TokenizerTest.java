package dev.gnomon.sample.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class TokenizerTest {

  @Test
  void wordsAreRunsOfLettersAndDigits() {
    assertThat(Tokenizer.words("One, two: 3rd-floor!"))
        .containsExactly("one", "two", "3rd", "floor");
  }

  @Test
  void repetitionsAreKept() {
    assertThat(Tokenizer.words("so so")).containsExactly("so", "so");
  }

  @Test
  void textWithoutWordsGivesNone() {
    assertThat(Tokenizer.words("")).isEmpty();
    assertThat(Tokenizer.words(" … ?!")).isEmpty();
  }

  @Test
  void supplementaryLettersAreNotTorn() {
    assertThat(Tokenizer.words("a 𝒳yz b")).containsExactly("a", "𝒳yz", "b");
  }

  @Test
  void lowerCaseDoesNotDependOnTheDefaultLocale() {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag("tr"));
    try {
      assertThat(Tokenizer.words("TITLE")).containsExactly("title");
    } finally {
      Locale.setDefault(before);
    }
  }
}
