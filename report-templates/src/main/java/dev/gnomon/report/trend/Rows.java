package dev.gnomon.report.trend;

import dev.gnomon.history.BenchmarkHistory;
import dev.gnomon.history.Event;
import dev.gnomon.history.SeriesHistory;
import dev.gnomon.history.Shift;
import dev.gnomon.report.chart.Sparkline;
import dev.gnomon.report.text.Visible;
import dev.gnomon.report.text.Wording;
import dev.gnomon.unit.Figures;
import java.util.Optional;

/** Rows of the overview's tables. */
final class Rows {
  private static final int LONGEST_PACKAGE = 120;

  private final Site site;

  Rows(Site site) {
    this.site = site;
  }

  EventRow event(Event event) {
    Shift leading = event.leading();
    long others = event.shifts().stream().map(shift -> shift.key().id()).distinct().count() - 1;
    return new EventRow(
        Telling.mark(leading),
        site.page(event),
        site.label(leading.key().id()),
        others == 0 ? "" : "and " + Wording.count(others, "other"),
        Telling.pair(leading),
        Telling.change(leading),
        Telling.interval(leading),
        Telling.day(site.history().runs().get(event.run())).toString(),
        Telling.commits(event, site.history()));
  }

  /**
   * A benchmark.
   *
   * @param root how the page with the table leads to the root of the site
   */
  BenchmarkRow benchmark(BenchmarkHistory benchmark, String root) {
    SeriesHistory main = benchmark.main();
    Optional<Shift> last = benchmark.lastChange();
    double spread = Double.isNaN(main.spread()) ? 0 : main.spread();
    return new BenchmarkRow(
        root + site.page(benchmark.id()) + ".html",
        Visible.line(benchmark.id().packageName(), LONGEST_PACKAGE),
        site.label(benchmark.id()),
        Figures.quantity(main.newest(), main.key().metric().unit()),
        Double.isNaN(main.spread()) ? "" : "±" + Figures.percent(Math.expm1(main.spread())),
        last.map(
                c -> Telling.change(c) + " on " + Telling.day(site.history().runs().get(c.after())))
            .orElse(""),
        last.map(c -> Telling.mark(c).tone()).orElse("neutral"),
        Telling.day(site.history().runs().get(benchmark.firstRun())).toString(),
        Sparkline.svg(
            benchmark.by(main.key().metric()),
            0,
            site.history().runs().size(),
            "History of " + site.label(benchmark.id())),
        spread);
  }
}
