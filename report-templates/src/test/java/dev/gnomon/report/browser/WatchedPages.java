package dev.gnomon.report.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Opens pages that may neither complain nor ask the network for anything, and looks at them. */
final class WatchedPages {
  static final Path PICTURES = Path.of("target/screenshots").toAbsolutePath();

  private final List<String> complaints = new ArrayList<>();

  /** What the newest page has complained about until now. */
  List<String> complaints() {
    return complaints;
  }

  Page open(BrowserContext context, Path file) {
    return open(context, file.toUri().toString());
  }

  /** Opens an address; whatever a page asks for must come from where it came from itself. */
  Page open(BrowserContext context, String address) {
    String from = address.replaceFirst("(file:|https?://[^/]+/).*", "$1");
    complaints.clear();
    Page page = context.newPage();
    page.onConsoleMessage(message -> complaints.add(message.type() + ": " + message.text()));
    page.onPageError(error -> complaints.add("error: " + error));
    page.onDialog(dialog -> complaints.add("dialog: " + dialog.message()));
    page.onRequest(
        request -> {
          if (!request.url().startsWith(from) && !request.url().startsWith("data:")) {
            complaints.add("request: " + request.url());
          }
        });
    page.navigate(address);
    assertThat(complaints).isEmpty();
    return page;
  }

  static void unfold(Page page) {
    page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true; })");
  }

  /** Keeps a picture for people. */
  static void picture(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")).setFullPage(true));
  }

  static void assertNoBarrier(Page page) {
    AxeResults results = new AxeBuilder(page).analyze();
    assertThat(results.getPasses()).hasSizeGreaterThan(10);
    assertThat(results.getViolations().stream().map(WatchedPages::told).toList()).isEmpty();
  }

  /** The same of a part of a page whose other parts are looked at elsewhere. */
  static void assertNoBarrier(Page page, String part) {
    AxeResults results = new AxeBuilder(page).include(part).analyze();
    assertThat(results.getPasses()).hasSizeGreaterThan(5);
    assertThat(results.getViolations().stream().map(WatchedPages::told).toList()).isEmpty();
  }

  /** Another colour scheme of a page whose other barriers are looked for in the first one. */
  static void assertContrast(Page page, String part) {
    AxeResults results =
        new AxeBuilder(page).include(part).withRules(List.of("color-contrast")).analyze();
    assertThat(results.getPasses()).hasSize(1);
    assertThat(results.getViolations().stream().map(WatchedPages::told).toList()).isEmpty();
  }

  private static String told(Rule rule) {
    return rule.getId()
        + ": "
        + rule.getNodes().stream()
            .limit(3)
            .map(node -> node.getHtml() + " " + node.getFailureSummary())
            .toList();
  }
}
