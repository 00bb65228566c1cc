package dev.gnomon.report.exchange;

import dev.gnomon.model.BenchmarkId;
import dev.gnomon.model.Run;
import dev.gnomon.model.Series;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Go's benchmark format, which benchstat reads: lines of configuration, then one line a fork,
 * {@code BenchmarkCache.get/size=1-4 1 31.2 ns/op}.
 */
public final class GoBenchmarks {
  /** Whitespace would end a name, and control characters a line. */
  private static final Pattern UNFIT = Pattern.compile("[\\s\\p{C}\\p{Z}]+");

  private GoBenchmarks() {}

  /** All forks of all runs, in the order of the runs; empty for none. */
  public static String of(List<Run> runs) {
    StringBuilder out = new StringBuilder();
    for (Run run : runs) {
      configuration(out, "pkg", run.origin().module());
      configuration(out, "commit", run.revision().commit());
      configuration(out, "branch", run.revision().branch());
      configuration(out, "date", run.startedAt().toString());
      configuration(out, "cpu", run.environment().value("cpu.model").orElse(""));
      run.series().forEach(series -> lines(out, run, series));
      out.append('\n');
    }
    return out.toString();
  }

  private static void configuration(StringBuilder out, String key, String value) {
    out.append(key).append(": ").append(UNFIT.matcher(value).replaceAll(" ").strip()).append('\n');
  }

  private static void lines(StringBuilder out, Run run, Series series) {
    BenchmarkId id = series.id();
    String params = ForkFigures.params(id, "/");
    String name = "Benchmark" + id.benchmark() + (params.isEmpty() ? "" : "/" + params);
    String plain = UNFIT.matcher(name + "/mode=" + id.mode().label()).replaceAll("_");
    for (double time : ForkFigures.times(run, series)) {
      out.append(String.format(Locale.ROOT, "%s-%d\t1\t%s ns/op\n", plain, id.threads(), time));
    }
  }
}
