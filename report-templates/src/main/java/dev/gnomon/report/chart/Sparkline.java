package dev.gnomon.report.chart;

import dev.gnomon.history.Points;
import dev.gnomon.history.SeriesHistory;
import dev.gnomon.history.Shift;
import java.util.List;
import java.util.stream.IntStream;

/** A history in the height of a line of text: its shape, and where it changed. */
public final class Sparkline {
  private static final double WIDTH = 150;
  private static final double HEIGHT = 26;
  private static final int MOST = 75;

  private final Svg svg;
  private final Scale x;
  private final Scale y;
  private final int from;
  private final int to;

  private Sparkline(List<SeriesHistory> series, int from, int to, String title) {
    this.from = from;
    this.to = to;
    this.svg = new Svg(WIDTH, HEIGHT, title, "");
    this.x = new Scale(from, Math.max(from + 1, to), 2, WIDTH - 2);
    double low = Double.MAX_VALUE;
    double high = 0;
    for (SeriesHistory one : series) {
      for (int bucket : buckets(one.points())) {
        double value = HistoryScale.level(one.points(), bucket, next(one.points(), bucket));
        low = Math.min(low, value);
        high = Math.max(high, value);
      }
    }
    double pad = Math.max(0.05 * high, 1e-9);
    this.y = new Scale(Math.min(low, high) - pad, high + pad, HEIGHT - 2, 2);
  }

  /**
   * The image of some runs.
   *
   * @param series series of one metric, a line each; at least one
   * @param from index of the first run
   * @param to index after the last run; above {@code from}
   * @param title what it is the history of
   */
  public static String svg(List<SeriesHistory> series, int from, int to, String title) {
    Sparkline line = new Sparkline(series, from, to, title);
    series.forEach(line::changes);
    series.forEach(line::draw);
    return line.svg.finish();
  }

  private void changes(SeriesHistory series) {
    for (Shift shift : series.changes()) {
      if (shift.after() > from && shift.after() < to) {
        Ink ink = shift.worsening() > 0 ? Ink.WORSE : Ink.BETTER;
        svg.line(x.at(shift.after()), 1, x.at(shift.after()), HEIGHT - 1, ink).empty();
      }
    }
  }

  private void draw(SeriesHistory series) {
    Points points = series.points();
    StringBuilder path = new StringBuilder();
    for (int start : buckets(points)) {
      int end = next(points, start);
      double middle = (points.run(start) + points.run(end - 1) + 1) / 2.0;
      path.append(path.length() == 0 ? 'M' : 'L')
          .append(Svg.number(x.at(middle)))
          .append(' ')
          .append(Svg.number(y.at(HistoryScale.level(points, start, end))));
    }
    if (path.length() > 0) {
      svg.open("path")
          .attribute("d", path.append("h0").toString())
          .attribute("class", "s-candidate")
          .attribute("stroke", Ink.CANDIDATE.colour())
          .attribute("stroke-width", 1.3)
          .attribute("stroke-linecap", "round")
          .attribute("fill", "none")
          .empty();
    }
  }

  /** Positions at which a stretch begins that is drawn as one point, the middle of its values. */
  private int[] buckets(Points points) {
    return IntStream.range(0, points.size())
        .filter(i -> points.run(i) >= from && points.run(i) < to)
        .filter(
            i -> i == 0 || points.run(i - 1) < from || stretch(points, i) != stretch(points, i - 1))
        .toArray();
  }

  private int next(Points points, int start) {
    int end = start + 1;
    while (end < points.size()
        && points.run(end) < to
        && stretch(points, end) == stretch(points, start)) {
      end++;
    }
    return end;
  }

  private long stretch(Points points, int i) {
    int runs = to - from;
    return runs <= MOST ? points.run(i) : (long) (points.run(i) - from) * MOST / runs;
  }
}
