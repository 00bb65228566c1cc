package dev.gnomon.report.answer;

import dev.gnomon.query.Answer;
import dev.gnomon.report.text.Markup;
import java.util.List;
import java.util.Locale;

/** A page with a table, and bars for the last column of numbers. */
final class AnswerPage {
  private static final int MOST_BARS = 40;
  private static final int WIDTH = 300;
  private static final String HEAD =
      """
      <!DOCTYPE html>
      <html lang="en"><head><meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
      <title>%1$s</title>
      <style>
      :root { color-scheme: light dark }
      body { font: 15px/1.45 system-ui, sans-serif; margin: 2rem; font-variant-numeric: tabular-nums }
      .wide { overflow-x: auto }
      table { border-collapse: collapse } td, th { padding: .15rem .7rem; text-align: left; white-space: nowrap }
      tr { border-bottom: 1px solid #8885 } .n { text-align: right }
      rect { fill: #2673b8 } rect.less { fill: #c75b12 } text { font-size: 12px; fill: currentColor }
      </style></head><body><main><h1>%1$s</h1>
      """;

  private AnswerPage() {}

  static String of(String title, Answer answer) {
    StringBuilder out = new StringBuilder(HEAD.formatted(Markup.of(Cell.shown(title))));
    bars(answer, out);
    out.append("<div class=\"wide\" tabindex=\"0\"><table><thead><tr>");
    row(answer, answer.columns(), "th", out);
    out.append("</thead><tbody>\n");
    for (List<Object> row : answer.rows()) {
      out.append("<tr>");
      row(answer, row, "td", out);
    }
    out.append("</tbody></table></div>\n");
    if (answer.more()) {
      out.append("<p>There are more rows than the limit of ")
          .append(answer.rows().size())
          .append(".</p>\n");
    }
    return out.append("</main></body></html>\n").toString();
  }

  private static void row(Answer answer, List<?> values, String tag, StringBuilder out) {
    for (int i = 0; i < values.size(); i++) {
      out.append('<').append(tag).append(answer.numeric(i) ? " class=\"n\">" : ">");
      out.append(Markup.of(Cell.shown(values.get(i)))).append("</").append(tag).append('>');
    }
    out.append("</tr>\n");
  }

  /** The last column of numbers is what a question is about; the table beside says the same. */
  private static void bars(Answer answer, StringBuilder out) {
    int column = charted(answer);
    List<List<Object>> rows = answer.rows().stream().limit(MOST_BARS).toList();
    double largest =
        column < 0 ? 0 : rows.stream().mapToDouble(row -> size(row.get(column))).max().orElse(0);
    if (!(largest > 0)) {
      return;
    }
    out.append(
        "<svg role=\"img\" width=\"760\" height=\"%d\"><title>%s of the first %d rows; the table below has the values</title>%n"
            .formatted(
                20 * rows.size() + 4,
                Markup.of(Cell.shown(answer.columns().get(column))),
                rows.size()));
    for (int i = 0; i < rows.size(); i++) {
      Object value = rows.get(i).get(column);
      boolean less = value instanceof Number number && number.doubleValue() < 0;
      out.append(
          String.format(
              Locale.ROOT,
              "<text x=\"0\" y=\"%d\">%s</text><rect%s x=\"340\" y=\"%d\" width=\"%.1f\" height=\"14\"/><text x=\"%.1f\" y=\"%d\">%s</text>%n",
              20 * i + 14,
              Markup.of(shortened(rows.get(i).get(0))),
              less ? " class=\"less\"" : "",
              20 * i + 3,
              WIDTH * size(value) / largest,
              346 + WIDTH * size(value) / largest,
              20 * i + 14,
              Markup.of(Cell.shown(value))));
    }
    out.append("</svg>\n");
  }

  private static String shortened(Object value) {
    String text = Cell.shown(value);
    return text.length() <= 46 ? text : "…" + text.substring(text.length() - 45);
  }

  private static int charted(Answer answer) {
    for (int i = answer.columns().size() - 1; i > 0; i--) {
      if (answer.numeric(i)) {
        return i;
      }
    }
    return -1;
  }

  private static double size(Object value) {
    double size = value instanceof Number number ? Math.abs(number.doubleValue()) : 0;
    return Double.isFinite(size) ? size : 0;
  }
}
