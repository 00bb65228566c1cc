package dev.gnomon.report.exchange;

import dev.gnomon.model.BenchmarkId;
import dev.gnomon.model.Run;
import dev.gnomon.model.Series;
import dev.gnomon.stats.Sample;
import java.util.List;

/** OpenMetrics text: the median time of each benchmark, in seconds, at the time of its run. */
public final class OpenMetrics {
  private static final String NAME = "gnomon_time_seconds";

  private OpenMetrics() {}

  /** One gauge a benchmark of each run; benchmarks without a good fork are left out. */
  public static String of(List<Run> runs) {
    StringBuilder out = new StringBuilder();
    out.append("# HELP " + NAME + " Time per operation and thread, median of the forks.\n");
    out.append("# TYPE " + NAME + " gauge\n# UNIT " + NAME + " seconds\n");
    for (Run run : runs) {
      run.series().forEach(series -> line(out, run, series));
    }
    return out.append("# EOF\n").toString();
  }

  private static void line(StringBuilder out, Run run, Series series) {
    List<Double> times = ForkFigures.times(run, series);
    if (times.isEmpty()) {
      return;
    }
    double median = Sample.of(times).median() / 1e9;
    BenchmarkId id = series.id();
    out.append(NAME).append('{');
    label(out, "module", run.origin().module()).append(',');
    label(out, "branch", run.revision().branch()).append(',');
    label(out, "benchmark", id.benchmark()).append(',');
    label(out, "params", ForkFigures.params(id, ",")).append(',');
    label(out, "mode", id.mode().label()).append(',');
    label(out, "threads", Integer.toString(id.threads()));
    out.append("} ").append(median).append(' ');
    out.append(run.startedAt().getEpochSecond()).append('\n');
  }

  private static StringBuilder label(StringBuilder out, String name, String value) {
    String escaped = value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    return out.append(name).append("=\"").append(escaped).append('"');
  }
}
