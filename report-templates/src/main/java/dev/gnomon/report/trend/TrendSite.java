package dev.gnomon.report.trend;

import dev.gnomon.history.BenchmarkHistory;
import dev.gnomon.history.Event;
import dev.gnomon.history.History;
import dev.gnomon.model.Metric;
import dev.gnomon.problem.ProblemException;
import dev.gnomon.report.ReportOutput;
import dev.gnomon.report.html.Assets;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * Writes a history as a static site: {@code index.html}, a page for each benchmark under {@code
 * benchmark/} with its values beside it, a page for each change under {@code change/}, and {@code
 * feed.xml}. Style and script lie beside the pages, so that the strictest policy of a server leaves
 * them whole, and every page can be read without script.
 */
public final class TrendSite {
  private final TrendOptions options;
  private final TrendPages pages = new TrendPages();

  /** A writer of sites; it keeps nothing between them. */
  public TrendSite(TrendOptions options) {
    this.options = Objects.requireNonNull(options, "options");
  }

  /**
   * Writes every file of the site, one page at a time. The same values give the same bytes.
   *
   * @throws ProblemException {@code output-not-writable}
   */
  public void write(History history, ReportOutput out) {
    try {
      Site site = new Site(history);
      text("trend.css", Assets.css() + asset("trend.css"), out);
      text("trend.js", asset("trend.js"), out);
      text("icon.svg", asset("icon.svg"), out);
      text("benchmarks.js", SeriesFile.all(site), out);
      text("feed.xml", new AtomFeed(site, options.address()).text(), out);
      text("index.html", pages.overview(new Overviews(site).view()), out);
      EventPages events = new EventPages(site, options);
      for (Event event : history.events()) {
        text(site.page(event), pages.change(events.view(event)), out);
      }
      BenchmarkPages benchmarks = new BenchmarkPages(site, options);
      // Pages are many and depend on nothing but the history, so all cores may print them.
      history.benchmarks().parallelStream().forEach(b -> benchmark(site, benchmarks, b, out));
    } catch (IOException e) {
      throw unwritable(e);
    } catch (UncheckedIOException e) {
      throw unwritable(e.getCause());
    }
  }

  private void benchmark(
      Site site, BenchmarkPages benchmarks, BenchmarkHistory benchmark, ReportOutput out) {
    try {
      text(site.page(benchmark.id()) + ".html", pages.benchmark(benchmarks.view(benchmark)), out);
      text(site.page(benchmark.id()) + ".js", SeriesFile.of(site, benchmark), out);
      for (Metric metric : benchmark.metrics()) {
        text(
            ValueFile.name(site.page(benchmark.id()), metric),
            ValueFile.text(site.history(), benchmark.by(metric)),
            out);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void text(String name, String text, ReportOutput out) throws IOException {
    try (OutputStream file = out.create(name)) {
      file.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  private static String asset(String name) {
    return Assets.read(TrendSite.class, name);
  }

  private static ProblemException unwritable(IOException cause) {
    return new ProblemException(
        "output-not-writable",
        "The site of trends cannot be written: %s. Make room or make the directory writable, or name another with -Dperf.output."
            .formatted(cause.getMessage()),
        cause);
  }
}
