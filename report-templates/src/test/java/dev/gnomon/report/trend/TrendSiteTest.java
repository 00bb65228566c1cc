package dev.gnomon.report.trend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gnomon.gate.Acceptance;
import dev.gnomon.history.History;
import dev.gnomon.report.ExampleCauses;
import dev.gnomon.report.InMemoryOutput;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

class TrendSiteTest {
  private static final Pattern LINK = Pattern.compile("(?:href|src)=\"([^\"]*)\"");

  @Test
  void theSameArchiveGivesTheSameBytes() {
    InMemoryOutput once = write(SmallHistories.typical(60), TrendOptions.plain());
    InMemoryOutput again = write(SmallHistories.typical(60), TrendOptions.plain());
    assertThat(once.names())
        .hasSizeGreaterThan(8)
        .containsExactlyInAnyOrderElementsOf(again.names());
    assertThat(once.names()).allSatisfy(n -> assertThat(once.text(n)).isEqualTo(again.text(n)));
  }

  @Test
  void everyLinkLeadsToAFileOfTheSite() {
    InMemoryOutput site = write(SmallHistories.typical(60), TrendOptions.plain());
    List<String> links = new ArrayList<>();
    for (String name : site.names()) {
      if (name.endsWith(".html") || name.endsWith(".xml")) {
        LINK.matcher(site.text(name))
            .results()
            .map((MatchResult result) -> result.group(1))
            .filter(link -> !link.startsWith("#"))
            .map(link -> resolved(name, link))
            .forEach(links::add);
      }
    }
    assertThat(links).hasSizeGreaterThan(20);
    assertThat(site.names()).containsAll(new TreeSet<>(links));
  }

  private static String resolved(String page, String link) {
    String directory = page.contains("/") ? page.substring(0, page.lastIndexOf('/') + 1) : "";
    return link.startsWith("../") ? link.substring(3) : directory + link;
  }

  @Test
  void aChangeIsToldWithItsSizeItsCommitsAndWhatMovedWithIt() {
    InMemoryOutput site =
        write(
            SmallHistories.typical(60),
            new TrendOptions(
                List.of(),
                (before, after) -> List.of(new Commit(after, "Ann <b>", "Sort <once> more")),
                event -> List.of(ExampleCauses.of(event.leading().key().id())),
                ""));
    assertThat(site.text("index.html"))
        .contains("SLOWER", "Bench.first", "and 1 other", "+19.", "2 benchmarks got worse");
    String change = only(site, "change/");
    assertThat(change)
        .contains("2 benchmarks got worse", "Bench.first", "Bench.second", "git log ")
        .contains("Sort &lt;once&gt; more", "Ann &lt;b&gt;")
        .contains("What the profiles say", "Tokenizer.next costs ", "▲ +")
        .doesNotContain("Bench.steady");
  }

  @Test
  void environmentsAcceptancesAndTheBaselineAreMarked() {
    InMemoryOutput site =
        write(
            SmallHistories.upgraded(60),
            new TrendOptions(
                List.of(
                    new Acceptance(
                        "*Bench.first",
                        "time",
                        0.3,
                        "safer",
                        "ann",
                        LocalDate.of(2026, 2, 1),
                        LocalDate.of(2026, 5, 1))),
                Commits.NONE,
                event -> List.of(),
                ""));
    String page = page(site, "bench-first-");
    assertThat(page)
        .contains("New environment from", "jvm.major was 17, is 25")
        .contains("Accepted on 2026-02-01 by ann, up to +30.0 %: safer")
        .contains("class=\"f-band\"");
    assertThat(page(site, "bench-second-")).doesNotContain("Accepted on");
  }

  @Test
  void theFeedIsAtomAndAnEntryKeepsItsIdWhileTheArchiveGrows() throws Exception {
    Document feed = xml(write(SmallHistories.typical(60), TrendOptions.plain()).text("feed.xml"));
    Document later = xml(write(SmallHistories.typical(75), TrendOptions.plain()).text("feed.xml"));
    assertThat(feed.getDocumentElement().getNamespaceURI())
        .isEqualTo("http://www.w3.org/2005/Atom");
    assertThat(ids(feed))
        .hasSize(2)
        .doesNotHaveDuplicates()
        .allMatch(i -> i.startsWith("urn:uuid:"));
    assertThat(ids(later)).isEqualTo(ids(feed));
  }

  @Test
  void linksOfTheFeedBeginWithTheAddress() {
    String feed =
        write(
                SmallHistories.typical(60),
                new TrendOptions(
                    List.of(), Commits.NONE, event -> List.of(), "https://ci.example.org/perf"))
            .text("feed.xml");
    assertThat(feed).contains("href=\"https://ci.example.org/perf/change/2026-");
  }

  @Test
  void hostileNamesAreTextAndNeverPaths() throws Exception {
    InMemoryOutput site = write(SmallHistories.hostile(), TrendOptions.plain());
    assertThat(site.names())
        .hasSizeGreaterThan(10)
        .allMatch(
            n -> n.matches("(benchmark/|change/)?[a-z0-9-]{1,100}\\.(html|csv|css|js|xml|svg)"));
    xml(site.text("feed.xml"));
    for (String name : site.names()) {
      if (name.endsWith(".html")) {
        assertThat(site.text(name))
            .doesNotContain("<script>")
            .doesNotContain("<img")
            .doesNotContain("<style")
            .doesNotContain(" style=")
            .doesNotContain("onload=\"")
            .doesNotContain("\u202e")
            .doesNotContain("\u0000")
            .doesNotContain("x".repeat(200));
      }
    }
  }

  @Test
  void aSeriesOfOneRunAndAnEmptyHistoryHavePages() {
    assertThat(write(SmallHistories.typical(1), TrendOptions.plain()).text("index.html"))
        .contains("No benchmark changed in 1 run.");
    assertThat(write(SmallHistories.typical(0), TrendOptions.plain()).text("index.html"))
        .contains("There are no runs yet.");
  }

  @Test
  void theValuesAreThereForOtherTools() {
    InMemoryOutput site = write(SmallHistories.typical(60), TrendOptions.plain());
    String csv =
        site.text(
            site.names().stream()
                .filter(n -> n.startsWith("benchmark/bench-first") && n.endsWith(".csv"))
                .findFirst()
                .orElseThrow());
    assertThat(csv.lines()).hasSize(61);
    assertThat(csv)
        .startsWith("started_at,commit,environment,value,low,high,unit\n")
        .contains(",ns/op\n");
  }

  @Test
  void relatedBenchmarksAreBesideIt() {
    InMemoryOutput site = write(SmallHistories.typical(60), TrendOptions.plain());
    String page = page(site, "bench-first-");
    assertThat(page.substring(page.indexOf("Beside it")))
        .contains("../benchmark/bench-second-", "../benchmark/bench-steady-")
        .doesNotContain("../benchmark/bench-first-");
  }

  @Test
  void whatIsDrawnOverAnotherIsAScriptOfNumbersAndQuotedNames() {
    InMemoryOutput site = write(SmallHistories.typical(3), TrendOptions.plain());
    String values =
        site.text(
            site.names().stream()
                .filter(n -> n.matches("benchmark/bench-first-.*\\.js"))
                .findFirst()
                .orElseThrow());
    assertThat(values)
        .matches(
            "gnomonSeries\\(\"bench-first-[0-9a-f]{12}\",\\{\"time\":\\[\\n\\[0,[\\d.]+,1,[\\d.]+,1,[\\d.]+\\]\\]\\}\\);\\n");

    InMemoryOutput hostile = write(SmallHistories.hostile(), TrendOptions.plain());
    String names = hostile.text("benchmarks.js");
    assertThat(names)
        .startsWith("gnomonBenchmarks([\n[\"")
        .contains("\\u003cscript\\u003e")
        .matches("[\\x20-\\x7e\\n]*")
        .doesNotContain("<", ">", "'", "&");
    assertThat(names.replaceAll("\"[^\"\\\\]*(\\\\u[0-9a-f]{4}[^\"\\\\]*)*\"", "S"))
        .matches("gnomonBenchmarks\\(\\[(\\n\\[S,S\\],?)+\\]\\);\\n");
  }

  private static InMemoryOutput write(History history, TrendOptions options) {
    InMemoryOutput out = new InMemoryOutput();
    new TrendSite(options).write(history, out);
    return out;
  }

  private static String only(InMemoryOutput site, String start) {
    List<String> names = site.names().stream().filter(n -> n.startsWith(start)).toList();
    assertThat(names).hasSize(1);
    return site.text(names.get(0));
  }

  private static String page(InMemoryOutput site, String start) {
    return site.text(
        site.names().stream()
            .filter(n -> n.startsWith("benchmark/" + start) && n.endsWith(".html"))
            .findFirst()
            .orElseThrow());
  }

  private static Document xml(String text) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    return factory
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static List<String> ids(Document feed) {
    NodeList nodes = feed.getElementsByTagName("id");
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      ids.add(nodes.item(i).getTextContent());
    }
    return ids;
  }
}
