package dev.gnomon.report.browser;

import static dev.gnomon.report.browser.Chromium.DESKTOP;
import static dev.gnomon.report.browser.Chromium.PHONE;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route.FulfillOptions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import dev.gnomon.evaluation.Evaluation;
import dev.gnomon.report.DirectoryOutput;
import dev.gnomon.report.ExampleCauses;
import dev.gnomon.report.ExampleProfiles;
import dev.gnomon.report.Examples;
import dev.gnomon.report.Examples.Example;
import dev.gnomon.report.ReportOptions;
import dev.gnomon.report.ReportWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What only a browser can tell; the pictures in {@code target/screenshots} are for people. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PageInBrowserTest {
  private static final Path REPORTS = Path.of("target/reports").toAbsolutePath();

  /** As Jenkins serves archived reports. */
  private static final String POLICY =
      "default-src 'none'; img-src 'self'; style-src 'self'; script-src 'self'";

  private Chromium chromium;
  private final WatchedPages pages = new WatchedPages();

  @BeforeAll
  void open() {
    chromium = Chromium.orSkip();
    write("typical", Examples.typical(), ReportOptions.selfContained("mvn perf:check"));
    write("alone", Examples.alone(), ReportOptions.selfContained("mvn perf:run"));
    write("hostile", Examples.hostile(), ReportOptions.selfContained(""));
    write("caused", Examples.typical(), ExampleCauses.typical(Examples.typical().evaluation()));
    write(
        "drifted",
        Examples.typical(),
        Examples.typical().drifted("release-1.4.2-of-the-long-supported-line"));
    write("external", Examples.typical(), ReportOptions.withExternalAssets("mvn perf:check"));
  }

  @AfterAll
  void close() {
    if (chromium != null) {
      chromium.close();
    }
  }

  @Test
  void aDesktopSeesNoErrorAndNoBarrier() {
    try (BrowserContext context = chromium.context(DESKTOP, ColorScheme.LIGHT)) {
      Page page = page(context, "typical");
      WatchedPages.picture(page, "desktop");
      WatchedPages.assertNoBarrier(page);
      WatchedPages.unfold(page);
      WatchedPages.assertNoBarrier(page);
    }
  }

  @Test
  void theDarkHasEnoughContrast() {
    try (BrowserContext context = chromium.context(DESKTOP, ColorScheme.DARK)) {
      Page page = page(context, "typical");
      WatchedPages.picture(page, "dark");
      WatchedPages.unfold(page);
      WatchedPages.assertContrast(page, "body");
    }
  }

  @Test
  void aPhoneScrollsInOneDirectionOnly() {
    try (BrowserContext context = chromium.context(PHONE, ColorScheme.LIGHT)) {
      Page page = page(context, "typical");
      WatchedPages.picture(page, "phone");
      assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
          .isLessThanOrEqualTo(PHONE);
      WatchedPages.assertNoBarrier(page);
    }
  }

  @Test
  void driftIsAColumnThatAPhoneReadsAsALine() {
    try (BrowserContext context = chromium.context(DESKTOP, ColorScheme.LIGHT)) {
      Page page = page(context, "drifted");
      WatchedPages.picture(page, "drift");
      assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
          .isLessThanOrEqualTo(DESKTOP);
      assertThat(page.locator("td.drift .narrow").first().isVisible()).isFalse();
      WatchedPages.assertNoBarrier(page);
    }
    try (BrowserContext context = chromium.context(PHONE, ColorScheme.DARK)) {
      Page page = page(context, "drifted");
      WatchedPages.picture(page, "drift-phone-dark");
      assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
          .isLessThanOrEqualTo(PHONE);
      assertThat(page.locator("td.drift .narrow").first().isVisible()).isTrue();
      WatchedPages.assertContrast(page, "body");
    }
  }

  @Test
  void withoutScriptEverythingIsThere() {
    try (BrowserContext context = chromium.context(DESKTOP, ColorScheme.LIGHT, false)) {
      Page page = page(context, "typical");
      WatchedPages.picture(page, "no-script");
      assertThat(page.locator("form.filter").isVisible()).isFalse();
      assertThat(page.locator("table.benchmarks tbody tr").count()).isEqualTo(10);
      assertThat(page.locator(".flamegraph").first().isVisible()).isTrue();
    }
  }

  @Test
  void aPolicyThatDropsInlineStyleAndScriptLeavesAPageToRead() {
    try (BrowserContext context = chromium.context(DESKTOP, ColorScheme.LIGHT)) {
      context.route(
          "**/index.html",
          route ->
              route.fulfill(
                  new FulfillOptions()
                      .setPath(Path.of(URI.create(route.request().url())))
                      .setContentType("text/html")
                      .setHeaders(Map.of("Content-Security-Policy", POLICY))));
      Page page = context.newPage();
      page.navigate(REPORTS.resolve("typical/report/index.html").toUri().toString());
      WatchedPages.picture(page, "no-inline");
      assertThat(page.locator("h1").isVisible()).isTrue();
      assertThat(page.locator("form.filter").isVisible()).isFalse();
      assertThat(page.locator("table.benchmarks svg").first().boundingBox().width)
          .isBetween(200.0, 300.0);
    }
  }

  @Test
  void styleAndScriptBesideThePageAreUsed() {
    try (BrowserContext context = chromium.context(DESKTOP, ColorScheme.LIGHT)) {
      Page page = page(context, "external");
      assertThat(page.locator("form.filter").isVisible()).isTrue();
      assertThat(page.locator("h1").evaluate("e => getComputedStyle(e).fontWeight"))
          .isEqualTo("600");
    }
  }

  @Test
  void rowsAreFoundFilteredAndSorted() {
    try (BrowserContext context = chromium.context(DESKTOP, ColorScheme.LIGHT)) {
      Page page = page(context, "typical");
      page.fill("#find", "tokenizer 1000");
      assertThat(visibleRows(page)).hasSize(1).first().asString().contains("size=1000");
      assertThat(page.locator("#shown").textContent()).isEqualTo("1 of 10 shown");
      page.fill("#find", "");
      page.selectOption("#verdict", "FASTER");
      assertThat(visibleRows(page)).hasSize(1).first().asString().contains("CacheBenchmark.get");
      page.selectOption("#verdict", "");
      page.click("th[data-sort=change] button");
      assertThat(visibleRows(page)).first().asString().contains("+14.3");
      page.click("th[data-sort=change] button");
      page.click("th[data-sort=name] button");
      assertThat(visibleRows(page)).first().asString().contains("CacheBenchmark");
    }
  }

  @Test
  void aFrameIsZoomedIntoAndFound() {
    try (BrowserContext context = chromium.context(DESKTOP, ColorScheme.LIGHT)) {
      Page page = page(context, "typical");
      var flame = page.locator(".flame").first();
      flame.locator("input").fill("substring");
      assertThat(flame.locator(".frame.found").count()).isEqualTo(1);
      flame.locator(".frame.found").click();
      assertThat(Double.parseDouble(flame.locator(".frame.found rect").getAttribute("width")))
          .isGreaterThan(900);
      flame.locator("button").click();
      assertThat(Double.parseDouble(flame.locator(".frame.found rect").getAttribute("width")))
          .isLessThan(300);
    }
  }

  @Test
  void aCauseIsSwitchedWalkedByKeyboardAndFreeOfBarriers() {
    try (BrowserContext context = chromium.context(DESKTOP, ColorScheme.DARK)) {
      Page page = page(context, "caused");
      WatchedPages.picture(page, "cause-dark");
      WatchedPages.unfold(page);
      WatchedPages.assertContrast(page, "section.cause");
    }
    try (BrowserContext context = chromium.context(DESKTOP, ColorScheme.LIGHT)) {
      Page page = page(context, "caused");
      WatchedPages.picture(page, "cause-light");
      WatchedPages.unfold(page);
      WatchedPages.assertNoBarrier(page, "section.cause");
      var cause = page.locator("section.cause").first();
      assertThat(cause.locator(".flamegraph:visible").count()).isEqualTo(1);
      cause.locator("input[id$=vanished]").check();
      assertThat(cause.locator(".flamegraph:visible").textContent()).contains("a.text.Cache.get");
      cause.locator("input[id$=candidate]").check();
      cause.locator(".flamegraph:visible .frame[tabindex='0']").focus();
      page.keyboard().press("ArrowDown");
      assertThat(focused(page)).contains("a.text.Tokenizer.all");
      page.keyboard().press("ArrowDown");
      assertThat(focused(page)).contains("▲ a.text.Tokenizer.next");
      page.keyboard().press("ArrowUp");
      assertThat(focused(page)).contains("a.text.Tokenizer.all");
      page.keyboard().press("Enter");
      assertThat(page.locator("section.cause .frame.faded").count()).isEqualTo(1);
      page.keyboard().press("Escape");
      assertThat(page.locator("section.cause .frame.faded").count()).isZero();
    }
  }

  @Test
  void aPhoneShowsACauseWithoutScrollingSideways() {
    try (BrowserContext context = chromium.context(PHONE, ColorScheme.LIGHT)) {
      Page page = page(context, "caused");
      WatchedPages.picture(page, "cause-phone");
      assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
          .isLessThanOrEqualTo(PHONE);
      WatchedPages.assertNoBarrier(page);
    }
  }

  @Test
  void aCauseOfTwentyThousandStacksOpens() {
    Example example = Examples.small();
    write("large", example, ExampleCauses.large(example.evaluation()));
    try (BrowserContext context = chromium.context(DESKTOP, ColorScheme.LIGHT)) {
      Page page = page(context, "large");
      Object ready =
          page.evaluate("Math.round(performance.getEntriesByType('navigation')[0].domComplete)");
      System.out.println("20,000 stacks: the page is complete after " + ready + " ms");
      assertThat(page.locator("section.cause .frame").count()).isLessThan(1500);
    }
  }

  private static String focused(Page page) {
    return (String) page.evaluate("document.activeElement.getAttribute('aria-label')");
  }

  private static void write(String name, Example example, Evaluation evaluation) {
    new ReportWriter(ReportOptions.selfContained(""))
        .write(
            evaluation,
            example.candidate(),
            example.baseline(),
            ExampleProfiles.ALL,
            new DirectoryOutput(REPORTS.resolve(name)));
  }

  @Test
  void hostileNamesRunNothing() {
    try (BrowserContext context = chromium.context(DESKTOP, ColorScheme.LIGHT)) {
      Page page = page(context, "hostile");
      WatchedPages.picture(page, "hostile");
      assertThat(page.locator("img").count()).isZero();
      assertThat(page.locator("script").count()).isEqualTo(2);
      assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
          .isLessThanOrEqualTo(DESKTOP);
      WatchedPages.assertNoBarrier(page);
    }
  }

  @Test
  void aRunThatIsComparedWithNothingHasAReportToo() {
    try (BrowserContext context = chromium.context(DESKTOP, ColorScheme.LIGHT)) {
      Page page = page(context, "alone");
      WatchedPages.picture(page, "alone");
      WatchedPages.assertNoBarrier(page);
    }
  }

  @Test
  void paperHasEverythingUnfolded() {
    try (BrowserContext context = chromium.context(DESKTOP, ColorScheme.LIGHT)) {
      Page page = page(context, "typical");
      page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
      assertThat(page.locator("details.bench .steps ol").first().isVisible()).isTrue();
      assertThat(page.locator("form.filter").isVisible()).isFalse();
      page.pdf(
          new Page.PdfOptions()
              .setPath(WatchedPages.PICTURES.resolve("print.pdf"))
              .setFormat("A4"));
      WatchedPages.picture(page, "print");
    }
  }

  @Test
  void aThousandBenchmarksOpen() {
    write("many", Examples.many(1000), ReportOptions.selfContained(""));
    try (BrowserContext context = chromium.context(DESKTOP, ColorScheme.LIGHT)) {
      Page page = page(context, "many");
      assertThat(page.locator("table.benchmarks tbody tr").count()).isEqualTo(1000);
      Object ready =
          page.evaluate("Math.round(performance.getEntriesByType('navigation')[0].domComplete)");
      System.out.println("1,000 benchmarks: the page is complete after " + ready + " ms");
      page.screenshot(
          new Page.ScreenshotOptions().setPath(WatchedPages.PICTURES.resolve("many.png")));
    }
  }

  private static void write(String name, Example example, ReportOptions options) {
    new ReportWriter(options)
        .write(
            example.evaluation(),
            example.candidate(),
            example.baseline(),
            ExampleProfiles.ALL,
            new DirectoryOutput(REPORTS.resolve(name)));
  }

  /** Opens a page that may neither complain nor ask the network for anything. */
  private Page page(BrowserContext context, String name) {
    return pages.open(context, REPORTS.resolve(name).resolve("report/index.html"));
  }

  private static List<String> visibleRows(Page page) {
    return page.locator("table.benchmarks tbody tr:visible").allTextContents();
  }
}
