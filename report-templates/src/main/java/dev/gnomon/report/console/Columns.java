package dev.gnomon.report.console;

import java.util.ArrayList;
import java.util.List;

/** Lines of cells, padded so that columns stand below each other. */
final class Columns {
  /** A wider cell pushes the rest of its own line only. */
  private static final int WIDEST = 48;

  private final List<List<String>> rows = new ArrayList<>();
  private final boolean[] right;

  /**
   * Empty columns.
   *
   * @param alignment one letter a column: {@code l} or {@code r}
   */
  Columns(String alignment) {
    right = new boolean[alignment.length()];
    for (int i = 0; i < right.length; i++) {
      right[i] = alignment.charAt(i) == 'r';
    }
  }

  void add(String... cells) {
    rows.add(List.of(cells));
  }

  List<String> lines() {
    int[] widths = new int[right.length];
    for (List<String> row : rows) {
      for (int i = 0; i < row.size(); i++) {
        int width = length(row.get(i));
        widths[i] = width > WIDEST ? Math.max(widths[i], 0) : Math.max(widths[i], width);
      }
    }
    return rows.stream().map(row -> line(row, widths)).toList();
  }

  private String line(List<String> row, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < row.size(); i++) {
      String padding = " ".repeat(Math.max(0, widths[i] - length(row.get(i))));
      line.append(right[i] ? padding + row.get(i) : row.get(i) + padding).append("  ");
    }
    return line.toString().stripTrailing();
  }

  private static int length(String cell) {
    return cell.codePointCount(0, cell.length());
  }
}
