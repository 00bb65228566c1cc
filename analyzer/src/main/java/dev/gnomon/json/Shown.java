package dev.gnomon.json;

/** Untrusted values as messages show them: on one line, and short. */
public final class Shown {
  private static final int LONGEST = 60;

  private Shown() {}

  static String of(Object value) {
    if (value instanceof double[] || value instanceof Iterable) {
      return "a list";
    }
    if (value instanceof java.util.Map) {
      return "an object";
    }
    return value instanceof String text ? quoted(text) : String.valueOf(value);
  }

  /** A message that may hold untrusted text, without its control characters. */
  static String plain(String message) {
    return String.valueOf(message).replaceAll("\\p{Cntrl}", "?");
  }

  /** A text in quotes, cut where it is long, without its control characters. */
  public static String quoted(String text) {
    int end = Math.min(text.length(), LONGEST);
    StringBuilder shown = new StringBuilder("\"");
    text.substring(0, end)
        .chars()
        .forEach(c -> shown.append(Character.isISOControl(c) ? '?' : (char) c));
    return shown.append(end < text.length() ? "…\"" : "\"").toString();
  }
}
