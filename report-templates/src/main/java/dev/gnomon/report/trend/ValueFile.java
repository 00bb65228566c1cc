package dev.gnomon.report.trend;

import dev.gnomon.history.History;
import dev.gnomon.history.Points;
import dev.gnomon.history.RunMark;
import dev.gnomon.history.SeriesHistory;
import dev.gnomon.model.Metric;
import java.util.List;

/** All values of one metric of a benchmark, for other tools. */
final class ValueFile {
  private ValueFile() {}

  /** Name of the file beside the page. */
  static String name(String page, Metric metric) {
    return page + (metric.equals(Metric.TIME) ? "" : "-" + PageNames.hash(metric.name())) + ".csv";
  }

  /** Comma-separated values with a header; nothing in them is foreign text but the hex digits. */
  static String text(History history, List<SeriesHistory> series) {
    StringBuilder out = new StringBuilder(64 * series.get(0).points().size());
    out.append("started_at,commit,environment,value,low,high,unit\n");
    String unit = series.get(0).key().metric().unit();
    for (SeriesHistory one : series) {
      Points points = one.points();
      String place = history.places().get(one.key().place()).fingerprint();
      for (int i = 0; i < points.size(); i++) {
        RunMark run = history.runs().get(points.run(i));
        out.append(run.startedAt())
            .append(',')
            .append(Telling.known(run.revision()) ? run.revision().commit() : "")
            .append(',')
            .append(place)
            .append(',')
            .append(rounded(points.value(i)))
            .append(',')
            .append(points.hasInterval(i) ? rounded(points.low(i)) : "")
            .append(',')
            .append(points.hasInterval(i) ? rounded(points.high(i)) : "")
            .append(',')
            .append(unit)
            .append('\n');
      }
    }
    return out.toString();
  }

  /** Six digits: more than any benchmark deserves, and a third of what a double prints. */
  private static String rounded(double value) {
    if (value == 0 || !Double.isFinite(value)) {
      return "0";
    }
    double unit = Math.pow(10, Math.floor(Math.log10(Math.abs(value))) - 5);
    double rounded =
        unit >= 1 ? Math.rint(value / unit) * unit : Math.rint(value / unit) / (1 / unit);
    return Double.toString((float) rounded == rounded ? (float) rounded : rounded);
  }
}
