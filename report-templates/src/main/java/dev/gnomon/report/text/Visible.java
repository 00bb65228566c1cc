package dev.gnomon.report.text;

/**
 * Makes foreign text harmless to look at: one line, nothing that moves a cursor, colours a terminal
 * or reverses the direction of what follows. Escaping for a format comes after it.
 */
public final class Visible {
  private static final String ELLIPSIS = "…";

  private Visible() {}

  /** Text in one line; what cannot be seen is spelled out as in Java source, {@code \n}. */
  public static String line(String text) {
    StringBuilder out = null;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      if (hidden(c) && out == null) {
        out = new StringBuilder(text.length() + 8).append(text, 0, i);
      }
      if (out != null) {
        append(out, c);
      }
      i += Character.charCount(c);
    }
    return out == null ? text : out.toString();
  }

  /**
   * Text in one line of at most so many characters; the middle gives way, since both ends of a name
   * tell more.
   *
   * @param most at least 3
   */
  public static String line(String text, int most) {
    // Cut first: a name may be megabytes long, and an escape takes up to six characters.
    String some = text.length() <= 2 * most ? text : middleCut(text, 2 * most);
    return middleCut(line(some), most);
  }

  private static String middleCut(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int head = (most - 1) * 2 / 3;
    int tail = text.length() - (most - 1 - head);
    if (Character.isLowSurrogate(text.charAt(head))) {
      head--;
    }
    if (Character.isLowSurrogate(text.charAt(tail))) {
      tail++;
    }
    return text.substring(0, head) + ELLIPSIS + text.substring(tail);
  }

  private static boolean hidden(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.PRIVATE_USE,
          Character.UNASSIGNED ->
          true;
      default -> false;
    };
  }

  private static void append(StringBuilder out, int c) {
    switch (c) {
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      default -> {
        if (hidden(c)) {
          out.append(c > 0xffff ? "\\u{%x}".formatted(c) : "\\u%04x".formatted(c));
        } else {
          out.appendCodePoint(c);
        }
      }
    }
  }
}
