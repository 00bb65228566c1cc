package dev.gnomon.harness;

import java.io.PrintStream;
import java.util.Map;
import java.util.TreeMap;

/**
 * Prints what the ruler found: a mark, a kind, then names and values, parted by tabs. The JVM's own
 * logs may stand between such lines, and never look like them.
 */
final class RulerLines {
  private static final String MARK = "@gnomon-ruler";
  private static final int LONGEST_VALUE = 300;

  private final PrintStream out;

  RulerLines(PrintStream out) {
    this.out = out;
  }

  void line(String kind, Map<String, ?> fields) {
    StringBuilder line = new StringBuilder(MARK).append('\t').append(kind);
    new TreeMap<>(fields)
        .forEach((name, value) -> line.append('\t').append(name).append('=').append(plain(value)));
    // In one piece, line break included: the JVM may print at the same moment.
    out.print(line.append('\n'));
    out.flush();
  }

  private static String plain(Object value) {
    String text = String.valueOf(value).replaceAll("[^\\x21-\\x7e]+", " ").strip();
    return text.length() <= LONGEST_VALUE ? text : text.substring(0, LONGEST_VALUE);
  }
}
