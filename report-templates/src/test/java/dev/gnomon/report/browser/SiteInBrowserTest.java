package dev.gnomon.report.browser;

import static dev.gnomon.report.browser.Chromium.DESKTOP;
import static dev.gnomon.report.browser.Chromium.PHONE;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.SelectOption;
import com.microsoft.playwright.options.WaitForSelectorState;
import dev.gnomon.history.History;
import dev.gnomon.report.DirectoryOutput;
import dev.gnomon.report.trend.SiteExamples;
import dev.gnomon.report.trend.TrendSite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The site of trends in a browser; the pictures in {@code target/screenshots} are for people. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SiteInBrowserTest {
  private static final Path SITES = Path.of("target/sites").toAbsolutePath();
  private Chromium chromium;
  private final WatchedPages pages = new WatchedPages();

  @BeforeAll
  void open() throws IOException {
    chromium = Chromium.orSkip();
    write("typical", SiteExamples.history());
    write("hostile", SiteExamples.hostile());
  }

  @AfterAll
  void close() {
    if (chromium != null) {
      chromium.close();
    }
  }

  @Test
  void everyKindOfPageIsWholeOnADesktop() throws IOException {
    try (BrowserContext context = chromium.context(DESKTOP, ColorScheme.LIGHT)) {
      for (String kind : List.of("index", "benchmark", "change")) {
        Page page = page(context, "typical", kind);
        picture(page, kind);
        WatchedPages.assertNoBarrier(page);
      }
    }
  }

  @Test
  void theDarkHasEnoughContrast() throws IOException {
    try (BrowserContext context = chromium.context(DESKTOP, ColorScheme.DARK)) {
      for (String kind : List.of("index", "benchmark", "change")) {
        Page page = page(context, "typical", kind);
        picture(page, kind + "-dark");
        WatchedPages.assertContrast(page, "body");
      }
    }
  }

  @Test
  void aPhoneScrollsInOneDirectionOnly() throws IOException {
    try (BrowserContext context = chromium.context(PHONE, ColorScheme.LIGHT)) {
      for (String kind : List.of("index", "benchmark", "change")) {
        Page page = page(context, "typical", kind);
        picture(page, kind + "-phone");
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
            .as(kind)
            .isLessThanOrEqualTo(PHONE);
        WatchedPages.assertNoBarrier(page);
      }
    }
  }

  @Test
  void withoutScriptTheChartIsThere() throws IOException {
    try (BrowserContext context = chromium.context(DESKTOP, ColorScheme.LIGHT, false)) {
      Page page = page(context, "typical", "benchmark");
      picture(page, "benchmark-no-script");
      assertThat(page.locator("figure.history svg.plot path").count()).isGreaterThan(4);
      assertThat(page.locator(".zoom, .compare").count()).isZero();
      assertThat(page.locator("#related-title").isVisible()).isTrue();
      page.locator("details.numbers summary").first().click();
      assertThat(page.locator("table.data tbody tr").first().isVisible()).isTrue();
    }
  }

  @Test
  void aStretchOfRunsIsZoomedIntoAndOutOf() throws IOException {
    try (BrowserContext context = chromium.context(DESKTOP, ColorScheme.LIGHT)) {
      Page page = page(context, "typical", "benchmark");
      Locator plot = page.locator("svg.plot").first();
      String whole = plot.getAttribute("viewBox");
      BoundingBox box = plot.boundingBox();
      page.mouse().move(box.x + box.width * 0.25, box.y + 60);
      page.mouse().down();
      page.mouse().move(box.x + box.width * 0.5, box.y + 80);
      page.mouse().up();
      assertThat(page.locator(".zoom [role=status]").first().textContent())
          .matches("Runs 9[4-7] to 19[0-2] of 380");
      picture(page, "benchmark-zoomed");
      page.locator(".zoom button").nth(2).click();
      assertThat(page.locator(".zoom [role=status]").first().textContent())
          .isEqualTo("Runs 331 to 380 of 380");
      page.locator(".zoom button").first().click();
      assertThat(plot.getAttribute("viewBox")).isEqualTo(whole);
    }
  }

  @Test
  void anotherBenchmarkIsDrawnOverThisOneEvenFromAFile() throws IOException {
    try (BrowserContext context = chromium.context(DESKTOP, ColorScheme.LIGHT)) {
      Page page = page(context, "typical", "benchmark");
      Locator choice = page.locator(".compare select").first();
      assertThat(choice.locator("option").count()).isEqualTo(24);
      choice.selectOption(new SelectOption().setIndex(5));
      page.locator("path.other")
          .first()
          .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
      assertThat(page.locator(".compare [role=status]").first().textContent())
          .matches(
              "Line: .+ times [\\d.e+-]+, so that both have one middle; 380 runs measured both\\.");
      picture(page, "benchmark-compared");
      WatchedPages.assertNoBarrier(page);
      choice.selectOption("");
      assertThat(page.locator("path.other").count()).isZero();
    }
  }

  @Test
  void benchmarksAreFoundAndSorted() throws IOException {
    try (BrowserContext context = chromium.context(DESKTOP, ColorScheme.LIGHT)) {
      Page page = page(context, "typical", "index");
      page.fill("#find", "tokenizer size=10");
      assertThat(page.locator("#all-table tbody tr:visible").count()).isBetween(1, 5);
      page.fill("#find", "");
      page.click("#all-table th[data-sort=spread] button");
      assertThat(page.locator("#all-table tbody tr").first().locator(".name a").textContent())
          .isEqualTo(
              page.locator("#noisiest-table tbody tr").first().locator(".name a").textContent());
    }
  }

  @Test
  void aServerWithAStrictPolicyLeavesThePageWhole() throws IOException {
    try (StrictServer server = new StrictServer(SITES);
        BrowserContext context = chromium.context(DESKTOP, ColorScheme.LIGHT)) {
      Page page = pages.open(context, server.address(file(SITES.resolve("typical"), "benchmark")));
      assertThat(page.locator(".zoom").first().isVisible()).isTrue();
      assertThat(page.locator("h1").evaluate("e => getComputedStyle(e).fontWeight"))
          .isEqualTo("600");
      page.locator(".compare select").first().selectOption(new SelectOption().setIndex(5));
      page.locator("path.other")
          .first()
          .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
      for (String kind : List.of("index", "change")) {
        pages.open(context, server.address(file(SITES.resolve("typical"), kind)));
      }
      assertThat(pages.complaints()).isEmpty();
    }
  }

  @Test
  void hostileNamesRunNothing() throws IOException {
    try (BrowserContext context = chromium.context(DESKTOP, ColorScheme.LIGHT)) {
      for (String kind : List.of("index", "benchmark", "change")) {
        Page page = page(context, "hostile", kind);
        assertThat(page.locator("img").count()).isZero();
        assertThat(page.locator("script").count()).isEqualTo(1);
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
            .isLessThanOrEqualTo(DESKTOP);
      }
    }
  }

  /** Pages of an earlier build must not be looked at. */
  private static void delete(Path site) throws IOException {
    if (Files.exists(site)) {
      try (Stream<Path> old = Files.walk(site)) {
        for (Path path : old.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }

  private static void write(String name, History history) throws IOException {
    delete(SITES.resolve(name));
    new TrendSite(SiteExamples.options()).write(history, new DirectoryOutput(SITES.resolve(name)));
  }

  /** Opens a page that may neither complain nor ask the network for anything. */
  private Page page(BrowserContext context, String site, String kind) throws IOException {
    return pages.open(context, file(SITES.resolve(site), kind));
  }

  private static Path file(Path site, String kind) throws IOException {
    if (kind.equals("index")) {
      return site.resolve("index.html");
    }
    try (Stream<Path> files = Files.list(site.resolve(kind))) {
      List<Path> pages = files.filter(f -> f.toString().endsWith(".html")).sorted().toList();
      for (Path page : pages) {
        if (Files.readString(page).contains("what moved with it")) {
          return page;
        }
      }
      return pages.get(0);
    }
  }

  private static void picture(Page page, String name) {
    WatchedPages.picture(page, "trend-" + name);
  }
}
