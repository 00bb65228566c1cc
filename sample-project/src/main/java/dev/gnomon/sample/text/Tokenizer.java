package dev.gnomon.sample.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits text into words: the longest runs of letters and digits, in lower case. The same text
 * gives the same words whatever the default locale.
 */
public final class Tokenizer {
  private Tokenizer() {}

  /**
   * The words of a text in their order, repetitions included.
   *
   * @param text any text; supplementary characters count as one
   * @return the words, empty where the text has none
   */
  public static List<String> words(CharSequence text) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    for (int at = 0; at < text.length(); ) {
      int character = Character.codePointAt(text, at);
      at += Character.charCount(character);
      if (Character.isLetterOrDigit(character)) {
        word.appendCodePoint(Character.toLowerCase(character));
      } else {
        finish(word, words);
      }
    }
    finish(word, words);
    return List.copyOf(words);
  }

  private static void finish(StringBuilder word, List<String> words) {
    if (!word.isEmpty()) {
      words.add(word.toString());
      word.setLength(0);
    }
  }
}
