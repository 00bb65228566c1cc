package dev.gnomon.report.chart;

import dev.gnomon.history.Points;
import dev.gnomon.history.SeriesHistory;
import dev.gnomon.history.Shift;
import java.util.Arrays;

/** A history in the height of a line of text: its shape, and where it changed. */
public final class Sparkline {
  private static final double WIDTH = 150;
  private static final double HEIGHT = 26;
  private static final int MOST = 75;

  private Sparkline() {}

  /**
   * The image of some positions of a series.
   *
   * @param from first position
   * @param to position after the last; above {@code from}
   * @param title what it is the history of
   */
  public static String svg(SeriesHistory series, int from, int to, String title) {
    Points points = series.points();
    double[] shown = medians(points, from, to);
    double[] sorted = shown.clone();
    Arrays.sort(sorted);
    double low = sorted[0];
    double high = sorted[sorted.length - 1];
    double pad = Math.max(0.05 * Math.abs(high), 1e-9);
    Scale y = new Scale(low - pad, high + pad, HEIGHT - 2, 2);
    Scale x = new Scale(from, Math.max(from + 1, to - 1), 2, WIDTH - 2);
    Svg svg = new Svg(WIDTH, HEIGHT, title, "");
    for (Shift shift : series.changes()) {
      int at = shift.point().index();
      if (at > from && at < to) {
        Ink ink = shift.worsening() > 0 ? Ink.WORSE : Ink.BETTER;
        svg.line(x.at(at), 1, x.at(at), HEIGHT - 1, ink).empty();
      }
    }
    StringBuilder path = new StringBuilder();
    for (int i = 0; i < shown.length; i++) {
      double at = shown.length == 1 ? from : from + i * (to - 1.0 - from) / (shown.length - 1);
      path.append(i == 0 ? 'M' : 'L')
          .append(Svg.number(x.at(at)))
          .append(' ')
          .append(Svg.number(y.at(shown[i])));
    }
    svg.open("path")
        .attribute("d", path.append("h0").toString())
        .attribute("class", "s-candidate")
        .attribute("stroke", Ink.CANDIDATE.colour())
        .attribute("stroke-width", 1.3)
        .attribute("stroke-linecap", "round")
        .attribute("fill", "none")
        .empty();
    return svg.finish();
  }

  /** As many values as a line has room for, each the middle of its stretch. */
  private static double[] medians(Points points, int from, int to) {
    int count = Math.min(MOST, to - from);
    double[] medians = new double[count];
    for (int i = 0; i < count; i++) {
      int start = from + (int) ((long) i * (to - from) / count);
      int end = from + (int) ((i + 1L) * (to - from) / count);
      medians[i] = HistoryScale.level(points, start, end);
    }
    return medians;
  }
}
