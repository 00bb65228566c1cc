package dev.gnomon.report.view;

import java.util.List;

/**
 * Numbers beside a plot.
 *
 * @param caption what they are
 * @param head names of the columns
 * @param rows cells as text
 */
public record DataView(String caption, List<String> head, List<List<String>> rows) {
  public DataView {
    head = List.copyOf(head);
    rows = rows.stream().map(List::copyOf).toList();
  }
}
