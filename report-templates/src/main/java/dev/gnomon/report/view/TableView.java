package dev.gnomon.report.view;

import java.util.List;

/**
 * The table of all judgements.
 *
 * @param axis axis of the intervals as SVG; empty where nothing was compared
 * @param rows worst first
 * @param verdicts words that rows can be filtered by
 * @param compared whether anything was compared
 * @param since head of the column of drift; empty where no release was named
 * @param note what is not in the table, may be empty
 */
public record TableView(
    String axis,
    List<RowView> rows,
    List<String> verdicts,
    boolean compared,
    String since,
    String note) {
  public TableView {
    rows = List.copyOf(rows);
    verdicts = List.copyOf(verdicts);
  }
}
