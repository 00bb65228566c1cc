package dev.gnomon.report.trend;

import dev.gnomon.history.BenchmarkHistory;
import dev.gnomon.history.Points;
import dev.gnomon.history.SeriesHistory;
import dev.gnomon.model.Metric;
import java.util.List;
import java.util.Locale;

/**
 * What the pages' script draws one benchmark over another from. These are scripts and not data, as
 * a page that was opened from a file may load nothing else.
 */
final class SeriesFile {
  private static final double DIGITS = 4;

  private SeriesFile() {}

  /** Every benchmark of the site: the name of its page and what it is called. */
  static String all(Site site) {
    StringBuilder out = new StringBuilder("gnomonBenchmarks([");
    List<BenchmarkHistory> benchmarks = site.history().benchmarks();
    for (int i = 0; i < benchmarks.size(); i++) {
      out.append(i == 0 ? "\n[" : ",\n[")
          .append(literal(site.name(benchmarks.get(i).id())))
          .append(',')
          .append(literal(site.label(benchmarks.get(i).id())))
          .append(']');
    }
    return out.append("]);\n").toString();
  }

  /**
   * The values of one benchmark: by metric, for each place the runs, as differences, and values.
   */
  static String of(Site site, BenchmarkHistory benchmark) {
    StringBuilder out = new StringBuilder("gnomonSeries(");
    out.append(literal(site.name(benchmark.id()))).append(",{");
    List<Metric> metrics = benchmark.metrics();
    for (int i = 0; i < metrics.size(); i++) {
      out.append(i == 0 ? "" : ",").append(literal(metrics.get(i).name())).append(":[");
      List<SeriesHistory> series = benchmark.by(metrics.get(i));
      for (int k = 0; k < series.size(); k++) {
        out.append(k == 0 ? "\n[" : ",\n[");
        points(out, series.get(k).points());
        out.append(']');
      }
      out.append(']');
    }
    return out.append("});\n").toString();
  }

  private static void points(StringBuilder out, Points points) {
    int last = 0;
    for (int i = 0; i < points.size(); i++) {
      out.append(i == 0 ? "" : ",").append(points.run(i) - last).append(',');
      out.append(rounded(points.value(i)));
      last = points.run(i);
    }
  }

  /** Four digits: more than a pixel tells. */
  private static String rounded(double value) {
    if (value == 0 || !Double.isFinite(value)) {
      return "0";
    }
    double unit = Math.pow(10, Math.floor(Math.log10(Math.abs(value))) + 1 - DIGITS);
    double rounded =
        unit >= 1 ? Math.rint(value / unit) * unit : Math.rint(value / unit) / (1 / unit);
    String text = Float.toString((float) rounded);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }

  /** A literal of ASCII letters and escapes; foreign text neither ends it nor the script. */
  private static String literal(String text) {
    StringBuilder out = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean plain = c >= ' ' && c <= '~' && "\"\\<>&'".indexOf(c) < 0;
      out.append(plain ? "" + c : String.format(Locale.ROOT, "\\u%04x", (int) c));
    }
    return out.append('"').toString();
  }
}
