package dev.gnomon.harness;

import java.util.regex.Pattern;

/** Makes a status of any text: one line of bounded length without control characters. */
final class OneLine {
  private static final int MOST = 300;

  /** So that one long reason does not hide the next. */
  private static final int MOST_OF_A_REASON = 120;

  private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}]+");

  private OneLine() {}

  static String of(String text) {
    return cut(text, MOST);
  }

  static String reason(String text) {
    return cut(text, MOST_OF_A_REASON);
  }

  static String reason(Throwable e) {
    String message = e.getMessage();
    String type = e.getClass().getSimpleName();
    if (message == null || message.isBlank()) {
      return reason(type);
    }
    // These are written for people; others, such as a file's name alone, say little without a type.
    boolean told = e instanceof IllegalStateException || e instanceof Refused;
    return reason(told ? message : type + ": " + message);
  }

  private static String cut(String text, int most) {
    String line = CONTROL.matcher(text).replaceAll(" ").strip();
    return line.length() <= most ? line : line.substring(0, most - 1) + "…";
  }
}
