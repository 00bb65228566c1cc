package dev.gnomon.report.answer;

import dev.gnomon.query.Answer;
import java.util.ArrayList;
import java.util.List;

/** Columns below each other, numbers to the right. */
final class TextTable {
  private TextTable() {}

  static String of(Answer answer) {
    List<List<String>> lines = new ArrayList<>();
    lines.add(answer.columns().stream().map(Cell::shown).toList());
    answer.rows().forEach(row -> lines.add(row.stream().map(Cell::shown).toList()));
    StringBuilder out = new StringBuilder();
    for (List<String> line : lines) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < line.size(); i++) {
        String blank = " ".repeat(width(lines, i) - line.get(i).length());
        text.append(i == 0 ? "" : "  ");
        text.append(answer.numeric(i) ? blank + line.get(i) : line.get(i) + blank);
      }
      out.append(text.toString().stripTrailing()).append('\n');
    }
    return out.toString();
  }

  private static int width(List<List<String>> lines, int column) {
    return lines.stream().mapToInt(line -> line.get(column).length()).max().orElse(0);
  }
}
