package dev.gnomon.imported;

import java.util.OptionalDouble;
import java.util.regex.Pattern;

/** Numbers as other tools write them. */
final class Numbers {
  private static final int LONGEST = 64;
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][+-]?[0-9]{1,4})?");
  private static final Pattern NONE = Pattern.compile("(?i)nan|[+-]?inf(inity)?|null|n/a|");

  private Numbers() {}

  /** A number; NaN for the words that say that there is none; empty for what is neither. */
  static OptionalDouble read(String text) {
    String plain = text.strip();
    if (plain.length() > LONGEST) {
      return OptionalDouble.empty();
    }
    if (NONE.matcher(plain).matches()) {
      return OptionalDouble.of(Double.NaN);
    }
    return NUMBER.matcher(plain).matches()
        ? OptionalDouble.of(Double.parseDouble(plain))
        : OptionalDouble.empty();
  }
}
