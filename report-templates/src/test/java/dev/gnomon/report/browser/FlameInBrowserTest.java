package dev.gnomon.report.browser;

import static dev.gnomon.report.browser.Chromium.DESKTOP;
import static dev.gnomon.report.browser.Chromium.PHONE;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.gnomon.report.DirectoryOutput;
import dev.gnomon.report.ExampleCauses;
import dev.gnomon.report.ExampleProfiles;
import dev.gnomon.report.Examples;
import dev.gnomon.report.Examples.Example;
import dev.gnomon.report.ReportOptions;
import dev.gnomon.report.ReportWriter;
import dev.gnomon.report.SideProfiles;
import dev.gnomon.report.flame.FlameExamples;
import dev.gnomon.report.flame.FlamePage;
import dev.gnomon.report.flame.FlameRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Flame graphs in a browser: on the page of a report, and on a page of their own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FlameInBrowserTest {
  private static final Path PAGES = Path.of("target/flames").toAbsolutePath();

  private Chromium chromium;
  private final WatchedPages pages = new WatchedPages();

  @BeforeAll
  void open() {
    chromium = Chromium.orSkip();
    report("sides");
    write("compared", FlameExamples.compared(0));
    write("alone", FlameExamples.alone("samples"));
    write("hostile", FlameExamples.hostile());
    write("large", FlameExamples.compared(20_000));
  }

  @AfterAll
  void close() {
    if (chromium != null) {
      chromium.close();
    }
  }

  @Test
  void aPageOfItsOwnHasNoErrorAndNoBarrier() {
    for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      for (String name : List.of("compared", "alone")) {
        try (BrowserContext context = chromium.context(DESKTOP, scheme)) {
          Page page = page(context, name);
          WatchedPages.picture(page, "flame-" + name + "-" + word(scheme));
          WatchedPages.unfold(page);
          assertNoBarrier(page, scheme, "body");
        }
      }
    }
  }

  @Test
  void aPhoneScrollsInOneDirectionOnly() {
    for (String name : List.of("compared", "hostile")) {
      try (BrowserContext context = chromium.context(PHONE, ColorScheme.LIGHT)) {
        Page page = page(context, name);
        WatchedPages.picture(page, "flame-" + name + "-phone");
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
            .isLessThanOrEqualTo(PHONE);
        WatchedPages.assertNoBarrier(page);
      }
    }
  }

  @Test
  void withoutScriptBothSidesAndTheirDifferenceAreThere() {
    try (BrowserContext context = chromium.context(DESKTOP, ColorScheme.LIGHT, false)) {
      Page page = page(context, "compared");
      assertThat(page.locator("section.flame .flamegraph:visible").count()).isEqualTo(2);
      assertThat(page.locator(".flametools").count()).isZero();
      page.locator("input[id$=vanished]").check();
      assertThat(page.locator("section.cause .flamegraph:visible").textContent())
          .contains("a.text.Cache.get");
    }
  }

  @Test
  void aFrameIsFoundAndZoomedInto() {
    try (BrowserContext context = chromium.context(DESKTOP, ColorScheme.LIGHT)) {
      Page page = page(context, "compared");
      Locator side = page.locator("section.flame").first();
      side.locator("input[type=search]").fill("substring");
      assertThat(side.locator("[role=status]").textContent()).isEqualTo("1 frame");
      side.locator(".frame.found").click();
      assertThat(width(side)).isGreaterThan(900);
      side.locator(".flametools button").click();
      assertThat(width(side)).isLessThan(300);
      assertThat(pages.complaints()).isEmpty();
    }
  }

  @Test
  void theDifferenceIsSearchedAndWalkedByKeyboard() {
    try (BrowserContext context = chromium.context(DESKTOP, ColorScheme.LIGHT)) {
      Page page = page(context, "compared");
      Locator shown = page.locator("section.cause .drawn:visible");
      shown.locator("input[type=search]").fill("arraylist.add");
      assertThat(shown.locator(".frame.found").count()).isEqualTo(1);
      shown.locator(".frame[tabindex='0']").focus();
      page.keyboard().press("ArrowDown");
      page.keyboard().press("ArrowDown");
      assertThat(focused(page)).contains("a.text.Tokenizer.next");
      page.keyboard().press("ArrowRight");
      assertThat(focused(page)).contains("java.util.ArrayList.add");
      page.keyboard().press("ArrowLeft");
      assertThat(focused(page)).contains("a.text.Tokenizer.next");
      page.keyboard().press("ArrowUp");
      assertThat(focused(page)).contains("a.text.Tokenizer.all");
      page.keyboard().press("Enter");
      assertThat(shown.locator(".frame.faded").count()).isEqualTo(1);
      assertThat(shown.locator(".frame[tabindex='0']").count()).isEqualTo(1);
      page.keyboard().press("Escape");
      assertThat(shown.locator(".frame.faded").count()).isZero();
      assertThat(pages.complaints()).isEmpty();
    }
  }

  @Test
  void theSidesOfAReportAreSwitched() {
    for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      try (BrowserContext context = chromium.context(DESKTOP, scheme)) {
        Page page = pages.open(context, PAGES.resolve("sides/report/index.html"));
        Locator flame = page.locator(".flame").first();
        flame.locator("input[id$=flame-baseline]").check();
        assertThat(flame.locator(".flamegraph:visible").getAttribute("aria-label"))
            .endsWith(", baseline");
        flame.locator(".drawn:visible input[type=search]").fill("substring");
        assertThat(flame.locator(".drawn:visible .frame.found").count()).isEqualTo(1);
        WatchedPages.picture(page, "sides-" + word(scheme));
        WatchedPages.unfold(page);
        assertNoBarrier(page, scheme, ".flame");
      }
    }
  }

  @Test
  void withoutScriptTheSidesOfAReportAreSwitchedToo() {
    try (BrowserContext context = chromium.context(PHONE, ColorScheme.LIGHT, false)) {
      Page page = pages.open(context, PAGES.resolve("sides/report/index.html"));
      Locator flame = page.locator(".flame").first();
      assertThat(flame.locator(".flamegraph:visible").count()).isEqualTo(1);
      flame.locator("input[id$=flame-baseline]").check();
      assertThat(flame.locator(".flamegraph:visible").getAttribute("aria-label"))
          .endsWith(", baseline");
    }
  }

  @Test
  void hostileNamesRunNothing() {
    try (BrowserContext context = chromium.context(DESKTOP, ColorScheme.LIGHT)) {
      Page page = page(context, "hostile");
      assertThat(page.locator("img").count()).isZero();
      assertThat(page.locator("script").count()).isEqualTo(1);
      assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
          .isLessThanOrEqualTo(DESKTOP);
      WatchedPages.assertNoBarrier(page);
    }
  }

  @Test
  void twentyThousandStacksAreFewFrames() {
    try (BrowserContext context = chromium.context(DESKTOP, ColorScheme.LIGHT)) {
      Page page = page(context, "large");
      Object ready =
          page.evaluate("Math.round(performance.getEntriesByType('navigation')[0].domComplete)");
      System.out.println("20,000 stacks a side: the page is complete after " + ready + " ms");
      assertThat(page.locator(".frame").count()).isBetween(50, 1400);
      assertThat((Integer) page.evaluate("document.querySelectorAll('*').length")).isLessThan(8000);
    }
  }

  private static void assertNoBarrier(Page page, ColorScheme scheme, String part) {
    if (scheme == ColorScheme.LIGHT) {
      WatchedPages.assertNoBarrier(page, part);
    } else {
      WatchedPages.assertContrast(page, part);
    }
  }

  private static double width(Locator side) {
    return Double.parseDouble(side.locator(".frame.found rect").getAttribute("width"));
  }

  private static String word(ColorScheme scheme) {
    return scheme.name().toLowerCase(Locale.ROOT);
  }

  private static String focused(Page page) {
    return (String) page.evaluate("document.activeElement.getAttribute('aria-label')");
  }

  private static void write(String name, FlameRequest request) {
    new FlamePage().write(request, new DirectoryOutput(PAGES.resolve(name)));
  }

  private static void report(String name) {
    Example example = Examples.small();
    new ReportWriter(ReportOptions.selfContained(""))
        .write(
            ExampleCauses.typical(example.evaluation()),
            example.candidate(),
            example.baseline(),
            new SideProfiles(ExampleProfiles.ALL, ExampleProfiles.ALL),
            new DirectoryOutput(PAGES.resolve(name)));
  }

  /** Opens a page that may neither complain nor ask the network for anything. */
  private Page page(BrowserContext context, String name) {
    return pages.open(context, PAGES.resolve(name).resolve("flame/index.html"));
  }
}
