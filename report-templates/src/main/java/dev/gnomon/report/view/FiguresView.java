package dev.gnomon.report.view;

/**
 * The figures of a change.
 *
 * @param pair both sides, or the one side that there is
 * @param change the change of the value; empty for none
 * @param interval its interval
 * @param limit what it was held against
 * @param svg its interval drawn; empty for none
 * @param drawn whether there is a drawing
 * @param order the change of the cost as a number to sort by
 */
public record FiguresView(
    String pair,
    String change,
    String interval,
    String limit,
    String svg,
    boolean drawn,
    String order) {
  static final FiguresView NONE = new FiguresView("", "", "", "", "", false, "");
}
