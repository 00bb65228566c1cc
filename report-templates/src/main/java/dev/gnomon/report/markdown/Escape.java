package dev.gnomon.report.markdown;

import dev.gnomon.report.text.Visible;
import java.util.Locale;

/** Foreign text inside Markdown, a table cell included. */
final class Escape {
  private static final String HARMLESS = " ,()=/%±→…−+;'?µ";
  private static final int LONGEST = 600;

  private Escape() {}

  /**
   * Text in which no character means anything to Markdown or HTML. Character references are used
   * throughout, because a backslash helps neither in HTML nor against an automatic link.
   */
  static String text(String foreign) {
    String line = Visible.line(foreign, LONGEST);
    // A dot or colon makes a link of these only, and is left readable elsewhere.
    String lower = line.toLowerCase(Locale.ROOT);
    boolean mayLink = lower.contains("www.") || lower.contains("://") || lower.contains("@");
    StringBuilder out = new StringBuilder(line.length() + 32);
    line.codePoints().forEach(c -> append(out, c, mayLink));
    return out.toString();
  }

  /** A name, set as code, which also keeps people from being mentioned by it. */
  static String code(String foreign) {
    return "<code>" + text(foreign) + "</code>";
  }

  private static void append(StringBuilder out, int c, boolean mayLink) {
    boolean plain =
        Character.isLetterOrDigit(c)
            || HARMLESS.indexOf(c) >= 0
            || (!mayLink && (c == '.' || c == ':' || c == '-'));
    if (plain) {
      out.appendCodePoint(c);
    } else {
      out.append("&#").append(c).append(';');
    }
  }
}
