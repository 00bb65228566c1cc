package dev.gnomon.harness.live;

import dev.gnomon.compare.ForkValues;
import dev.gnomon.compare.Observed;
import dev.gnomon.measure.HostCommand;
import dev.gnomon.measure.Measured;
import dev.gnomon.measure.MeasurementRequest;
import dev.gnomon.measure.MeasurementRequest.PlanKind;
import dev.gnomon.measure.MeasurementRequest.Selection;
import dev.gnomon.measure.Profiling;
import dev.gnomon.measure.process.Measurement;
import dev.gnomon.model.Fork;
import dev.gnomon.model.Iteration;
import dev.gnomon.model.Metric;
import dev.gnomon.model.Series;
import dev.gnomon.stats.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Prints how far forks of the sample suite differ, how many iterations they warm up for, and how
 * long they take, by the adaptive plan, by the same plan with some of its flags taken back, and by
 * JMH's defaults of five iterations of ten seconds each for warming up and for measuring. JMH's
 * forks are scored by JMH's mean.
 *
 * <p>Run by {@code mvn -Pplans -DskipTests verify -pl harness -am}; {@code -Dplans.forks} and
 * {@code -Dplans.defaults} set how many forks of each, {@code -Dplans.competitors} how many other
 * processes compete.
 */
final class Plans {
  private static final String WARM = "between|words|search|LruCacheBenchmark.get$";
  private static final List<String> DEFAULTS =
      List.of("-wi", "5", "-w", "10s", "-i", "5", "-r", "10s");

  /** Flags that take back some of the plan's. */
  private static final Map<String, List<String>> WITHOUT =
      new TreeMap<>(
          Map.of(
              "adaptive, compiling in the background",
              List.of("-XX:+BackgroundCompilation"),
              "adaptive, heap touched when used",
              List.of("-XX:-AlwaysPreTouch", "-XX:GCTimeRatio=12")));

  private Plans() {}

  /**
   * Forks of one plan.
   *
   * @param cells spread and warm-up, by benchmark
   * @param forkNs how long one fork takes
   */
  private record Row(String plan, Map<String, Cell> cells, double forkNs) {}

  /**
   * What a plan makes of a benchmark.
   *
   * @param spread between-fork standard deviation of the logarithms
   * @param warmups iterations of the warm-up
   */
  private record Cell(double spread, int warmups) {
    @Override
    public String toString() {
      return String.format(Locale.ROOT, "%.1f %% (%d)", 100 * spread, warmups);
    }
  }

  public static void main(String[] args) throws IOException {
    SampleSuite suite =
        new SampleSuite(Path.of(args[0]), Files.createTempDirectory("gnomon-plans"));
    int forks = Integer.parseInt(args[1]);
    int defaults = Integer.parseInt(args[2]);
    List<Row> rows = new ArrayList<>();
    List<Process> competitors = Competitor.start(Integer.parseInt(args[3]));
    try {
      MeasurementRequest adaptive = request(PlanKind.ADAPTIVE, forks, List.of());
      rows.add(row("adaptive", suite.unchanged(), adaptive, false));
      for (Map.Entry<String, List<String>> without : WITHOUT.entrySet()) {
        HostCommand host = suite.unchanged(without.getValue());
        rows.add(row(without.getKey(), host, adaptive, false));
      }
      if (defaults > 1) {
        rows.add(
            row(
                "JMH's defaults",
                suite.unchanged(),
                request(PlanKind.ANNOTATED, defaults, DEFAULTS),
                true));
      }
    } finally {
      competitors.forEach(Process::destroyForcibly);
    }
    print(rows);
  }

  private static MeasurementRequest request(PlanKind plan, int forks, List<String> jmhArgs) {
    return new MeasurementRequest(
        new Selection(List.of(WARM), List.of(), Map.of(), jmhArgs),
        plan,
        forks,
        1,
        Optional.empty(),
        Profiling.Mode.OFF);
  }

  private static Row row(
      String plan, HostCommand suite, MeasurementRequest request, boolean scoredByJmh) {
    Measured measured = new Measurement(suite).measure(request, new OnlyFailures());
    Map<String, Cell> cells = new LinkedHashMap<>();
    int forks = 0;
    for (Series series : measured.series()) {
      List<Double> values = scoredByJmh ? means(series) : values(series);
      forks += values.size();
      cells.put(
          series.id().shortName() + series.id().params(),
          new Cell(Sample.of(values).log().standardDeviation(), series.plan().warmupIterations()));
    }
    Duration took = measured.took();
    return new Row(plan, cells, (double) took.toNanos() / forks);
  }

  private static List<Double> values(Series series) {
    Observed observed = new Observed(series, Runtime.getRuntime().availableProcessors(), 0);
    return ForkValues.of(Metric.TIME, observed, List.of(observed)).candidate();
  }

  private static List<Double> means(Series series) {
    return series.goodForks().stream().map(Plans::mean).toList();
  }

  private static double mean(Fork fork) {
    return fork.iterations().stream().mapToDouble(Iteration::nsPerOp).average().orElseThrow();
  }

  private static void print(List<Row> rows) {
    System.out.printf("%nspread between forks (warm-up iterations)%n%n| plan | one fork");
    rows.get(0).cells().keySet().forEach(name -> System.out.print(" | " + name));
    System.out.println(" |");
    for (Row row : rows) {
      System.out.printf(
          Locale.ROOT,
          "| %s | %.1f %%",
          row.plan(),
          100 * row.forkNs() / rows.get(rows.size() - 1).forkNs());
      row.cells().values().forEach(cell -> System.out.print(" | " + cell));
      System.out.println(" |");
    }
  }
}
