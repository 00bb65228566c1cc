package dev.gnomon.report.answer;

import dev.gnomon.query.Answer;
import java.util.List;
import java.util.stream.Collectors;

/** RFC 4180. */
final class CsvText {
  private CsvText() {}

  static String of(Answer answer) {
    StringBuilder out = new StringBuilder();
    out.append(line(answer.columns()));
    answer.rows().forEach(row -> out.append(line(row)));
    return out.toString();
  }

  private static String line(List<?> values) {
    return values.stream().map(CsvText::field).collect(Collectors.joining(",", "", "\n"));
  }

  /**
   * Text that a spreadsheet would take for a formula gets an apostrophe, as it is anybody's text.
   */
  private static String field(Object value) {
    if (value == null) {
      return "";
    }
    String text = Cell.plain(value);
    if (value instanceof String && !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0) {
      text = "'" + text;
    }
    boolean quoted = text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return quoted ? '"' + text.replace("\"", "\"\"") + '"' : text;
  }
}
