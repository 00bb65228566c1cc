package dev.gnomon.report.trend;

import dev.gnomon.history.BenchmarkHistory;
import dev.gnomon.history.Boundary;
import dev.gnomon.history.Points;
import dev.gnomon.history.RunMark;
import dev.gnomon.history.SeriesHistory;
import dev.gnomon.history.Shift;
import dev.gnomon.model.BenchmarkId;
import dev.gnomon.model.Metric;
import dev.gnomon.report.chart.HistoryChart;
import dev.gnomon.report.text.Visible;
import dev.gnomon.report.text.Wording;
import dev.gnomon.report.view.DataView;
import dev.gnomon.report.view.FactView;
import dev.gnomon.stats.Caveat;
import dev.gnomon.unit.Figures;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Makes the pages of benchmarks. */
final class BenchmarkPages {
  /** Runs that a check compares with, unless it is told otherwise. */
  private static final int BASELINE_RUNS = 10;

  private static final int TABLE_ROWS = 100;
  private static final int LONGEST = 300;

  private final Site site;
  private final TrendOptions options;
  private final String days;
  private final Related related;
  private final Rows rows;

  BenchmarkPages(Site site, TrendOptions options) {
    this.site = site;
    this.options = options;
    this.days = days(site.history().runs());
    this.related = new Related(site.history().benchmarks());
    this.rows = new Rows(site);
  }

  private static String days(List<RunMark> runs) {
    StringBuilder days = new StringBuilder();
    long last = 0;
    for (RunMark run : runs) {
      long day = Telling.day(run).toEpochDay();
      days.append(days.length() == 0 ? "" : ",").append(day - last);
      last = day;
    }
    return days.toString();
  }

  BenchmarkView view(BenchmarkHistory benchmark) {
    SeriesHistory main = benchmark.main();
    Optional<Shift> last = benchmark.lastChange();
    return new BenchmarkView(
        site.name(benchmark.id()),
        site.label(benchmark.id()),
        last.map(shift -> shift.worsening() > 0 ? "failed" : "passed").orElse(""),
        sentence(main, last),
        facts(benchmark),
        benchmark.metrics().stream().map(m -> metric(benchmark, m)).toList(),
        related.to(benchmark).stream().map(other -> rows.benchmark(other, "../")).toList());
  }

  private String sentence(SeriesHistory main, Optional<Shift> last) {
    String now = Figures.quantity(main.newest(), main.key().metric().unit());
    return last.map(
            shift ->
                "%s in the newest run. It last changed on %s: %s (%s)."
                    .formatted(
                        now,
                        Telling.day(site.history().runs().get(shift.after())),
                        Telling.pair(shift),
                        Telling.change(shift)))
        .orElse(now + " in the newest run. No change was found in its history.");
  }

  private List<FactView> facts(BenchmarkHistory benchmark) {
    BenchmarkId id = benchmark.id();
    List<FactView> facts = new ArrayList<>();
    facts.add(new FactView("Benchmark", Visible.line(id.benchmark(), LONGEST)));
    id.params()
        .forEach((k, v) -> facts.add(new FactView(Visible.line(k, 60), Visible.line(v, LONGEST))));
    facts.add(
        new FactView("Mode", id.mode().label() + ", " + Wording.count(id.threads(), "thread")));
    double spread = benchmark.main().spread();
    if (!Double.isNaN(spread)) {
      facts.add(
          new FactView(
              "Noise", "±" + Figures.percent(Math.expm1(spread)) + " from one run to the next"));
    }
    return facts;
  }

  private MetricView metric(BenchmarkHistory benchmark, Metric metric) {
    List<SeriesHistory> series =
        benchmark.by(metric).stream()
            .sorted(Comparator.comparingInt(SeriesHistory::newestRun))
            .toList();
    Notes notes = new Notes(site, options.accepted(), metric, series);
    HistoryChart chart = new HistoryChart(site.history().runs(), series);
    String title = Notes.sentenceCase(Wording.metric(metric));
    String label = site.label(benchmark.id());
    String caption = caption(chart);
    return new MetricView(
        title,
        metric.name(),
        caption,
        days,
        chart.axis(),
        chart.svg(
            title + " of " + label,
            caption,
            notes.onChart(),
            baselineFrom(series.get(series.size() - 1))),
        notes.below(),
        series.stream().flatMap(s -> s.caveats().stream()).map(Caveat::text).distinct().toList(),
        data(series),
        ValueFile.name(PageNames.of(benchmark.id()), metric));
  }

  private static String caption(HistoryChart chart) {
    return "A dot a run, with its interval of 95 %; thick lines are levels between changes. Runs in the band at the right are the baseline of the next check."
        + (chart.logarithmic() ? " The axis is logarithmic." : "")
        + (chart.beyond() > 0
            ? " " + Wording.count(chart.beyond(), "value") + " beyond the axis sit on its edge."
            : "");
  }

  /** The runs that the next check in the newest place would compare with. */
  private static int baselineFrom(SeriesHistory newest) {
    Points points = newest.points();
    int first = Math.max(0, points.size() - BASELINE_RUNS);
    for (Boundary boundary : newest.boundaries()) {
      first = Math.max(first, boundary.position());
    }
    return points.run(first);
  }

  private DataView data(List<SeriesHistory> series) {
    record At(SeriesHistory series, int position) {}
    List<At> newest = new ArrayList<>();
    for (SeriesHistory one : series) {
      int size = one.points().size();
      for (int i = Math.max(0, size - TABLE_ROWS); i < size; i++) {
        newest.add(new At(one, i));
      }
    }
    newest.sort(
        Comparator.comparingInt((At at) -> -at.series().points().run(at.position()))
            .thenComparing(at -> at.series().key()));
    List<List<String>> rows =
        newest.stream().limit(TABLE_ROWS).map(at -> row(at.series(), at.position())).toList();
    long all = series.stream().mapToLong(one -> one.points().size()).sum();
    return new DataView(
        all > TABLE_ROWS ? "The newest " + TABLE_ROWS + " of " + all + " values" : "All values",
        List.of("Run", "Commit", "Value", "Interval of 95 %", "Environment"),
        rows);
  }

  private List<String> row(SeriesHistory series, int position) {
    Points points = series.points();
    RunMark run = site.history().runs().get(points.run(position));
    String unit = series.key().metric().unit();
    return List.of(
        run.startedAt().toString().substring(0, 16).replace('T', ' '),
        Telling.shortId(run.revision()),
        Figures.precise(points.value(position), unit),
        points.hasInterval(position) && points.high(position) > points.low(position)
            ? Figures.precise(points.low(position), unit)
                + " … "
                + Figures.precise(points.high(position), unit)
            : "",
        site.history().places().get(series.key().place()).fingerprint());
  }
}
