package dev.gnomon.report.answer;

import dev.gnomon.query.Answer;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A table in Markdown; every mark that could mean something there is a character reference. */
final class MarkdownText {
  private MarkdownText() {}

  static String of(Answer answer) {
    StringBuilder out = new StringBuilder(line(answer.columns()));
    out.append(
        IntStream.range(0, answer.columns().size())
            .mapToObj(i -> answer.numeric(i) ? "--:" : "---")
            .collect(Collectors.joining(" | ", "| ", " |\n")));
    answer.rows().forEach(row -> out.append(line(row)));
    return out.toString();
  }

  private static String line(List<?> values) {
    return values.stream()
        .map(Cell::shown)
        .map(MarkdownText::escaped)
        .collect(Collectors.joining(" | ", "| ", " |\n"));
  }

  private static String escaped(String text) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ("|<>&*`[]()!\\~@#:".indexOf(c) >= 0) {
        out.append("&#").append((int) c).append(';');
      } else if (c == '_') {
        out.append("\\_");
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }
}
