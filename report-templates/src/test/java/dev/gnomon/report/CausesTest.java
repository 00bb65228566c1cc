package dev.gnomon.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gnomon.attribution.Attribution;
import dev.gnomon.attribution.Attribution.Cause;
import dev.gnomon.attribution.Weight;
import dev.gnomon.evaluation.Evaluation;
import dev.gnomon.report.chart.DifferenceGraph;
import dev.gnomon.report.chart.DifferenceGraph.Widths;
import dev.gnomon.report.console.ConsoleTable;
import dev.gnomon.report.markdown.MarkdownSummary;
import dev.gnomon.report.text.Causes;
import dev.gnomon.stats.ConfidenceInterval;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CausesTest {
  private final Evaluation evaluation = ExampleCauses.typical(Examples.small().evaluation());

  @Test
  void theSentenceNamesTheFrameItsCostAndTheDiff() {
    assertThat(Causes.sentence(evaluation.attributions().get(0)))
        .matches(
            "Tokenizer\\.next costs 1\\d\\d ± \\d+ ns/op more, all of the change; changed in this diff\\.");
  }

  @Test
  void everyWeightHasItsVerb() {
    assertThat(sentence(Weight.WALL, 1200, "a.Store.get"))
        .isEqualTo("Store.get takes 1.20 ± 0.01 µs/op more by the clock, 96 % of the change.");
    assertThat(sentence(Weight.LOCK, 300, "a.Store.get"))
        .isEqualTo("Store.get waits 300 ± 10 ns/op more for locks, 96 % of the change.");
    assertThat(sentence(Weight.ALLOCATION, -24, "a.Store.get"))
        .isEqualTo("Store.get allocates 24 ± 10 B/op less, 96 % of the change.");
    assertThat(sentence(Weight.CPU, 114, "a.Store.get", "java.util.HashMap.get"))
        .isEqualTo(
            "Store.get costs 114 ± 10 ns/op more, 96 % of the change, most of it in HashMap.get.");
  }

  @Test
  void theInnermostFrameOfAllocationAndLocksIsAClass() {
    assertThat(sentence(Weight.ALLOCATION, 24, "a.Store.get", "java.lang.Integer"))
        .isEqualTo(
            "Store.get allocates 24 ± 10 B/op more, 96 % of the change, most of it java.lang.Integer allocated in Store.get.");
    assertThat(sentence(Weight.LOCK, 300, "a.Store.get", "java.lang.Object"))
        .isEqualTo(
            "Store.get waits 300 ± 10 ns/op more for locks, 96 % of the change, most of it for java.lang.Object locked in Store.get.");
    assertThat(
            Causes.sentence(
                ExampleCauses.blaming(
                    Weight.ALLOCATION, 24, List.of("a.Store.get", "a.Entry[]"), "a.Entry[]")))
        .isEqualTo("a.Entry[] allocated in Store.get takes 24 ± 10 B/op more, 96 % of the change.");
  }

  @Test
  void profilesThatAreNotComparedAreToldWithHowTheyWereTaken() {
    Attribution found = ExampleCauses.without(Weight.CPU, Cause.INCOMPARABLE);
    assertThat(Causes.sentence(found.sampled("ctimer every 10 ms; perf_events every 1 ms")))
        .isEqualTo(
            "The profiles of the two sides were taken in different ways (ctimer every 10 ms; perf_events every 1 ms), so they are not compared.");
    assertThat(Causes.sentence(found))
        .isEqualTo(
            "The profiles of the two sides were taken in different ways, so they are not compared.");
  }

  @Test
  void costThatMovedIsToldWithWhatTheWholeChangedBy() {
    ConfidenceInterval clear = new ConfidenceInterval(90, 110, 0.95);
    assertThat(Causes.sentence(ExampleCauses.moved(clear)))
        .isEqualTo(
            "Cost moved from Cache.get (−300 ns/op) to Store.get (+400 ns/op); the whole changed by +100 ns/op.");
    ConfidenceInterval unclear = new ConfidenceInterval(-10, 210, 0.95);
    assertThat(Causes.sentence(ExampleCauses.moved(unclear)))
        .isEqualTo(
            "Cost moved from Cache.get (−300 ns/op) to Store.get (+400 ns/op); the whole stayed about the same.");
  }

  @Test
  void noChangeIsToldForWhatWasMeasured() {
    assertThat(Causes.sentence(ExampleCauses.without(Weight.WALL, Cause.NO_CHANGE)))
        .isEqualTo("The profiles of 5 forks a side show no change of wall-clock time.");
    assertThat(Causes.sentence(ExampleCauses.without(Weight.LOCK, Cause.NO_CHANGE)))
        .isEqualTo("The profiles of 5 forks a side show no change of waiting for locks.");
    assertThat(Causes.sentence(ExampleCauses.without(Weight.WALL, Cause.SPREAD)))
        .startsWith("Wall-clock time grew by 100 ns/op, spread over several frames");
  }

  @Test
  void aBenchmarkThatIsBlockedIsToldWithThePlaceWhereItWaits() {
    Attribution blocked = ExampleCauses.without(Weight.CPU, Cause.BLOCKED);
    Attribution locks = blaming(Weight.LOCK, "a.Pool.take");
    Attribution wall = blaming(Weight.WALL, "a.Store.get");
    String start =
        "Not code on the CPU: 300 ns/op more was spent blocked, in locks, parking, input or output, of +310 ns/op in all";
    assertThat(told(blocked)).isEqualTo(start + ".");
    assertThat(told(blocked, locks)).isEqualTo(start + ", most of it in Pool.take.");
    assertThat(told(blocked, locks, wall)).isEqualTo(start + ", most of it in Store.get.");
    Evaluation both = evaluation.with(List.of(blocked, wall));
    assertThat(ConsoleTable.lines(both, "")).contains("    " + told(blocked, wall));
    assertThat(MarkdownSummary.text(both)).contains("most of it in Store.get.");
    assertThat(page(both)).contains("most of it in Store.get.");
  }

  @Test
  void thePlaceIsToldOnlyOfWhatIsBlocked() {
    Attribution wall = blaming(Weight.WALL, "a.Store.get");
    Evaluation both = evaluation.with(List.of(evaluation.attributions().get(0), wall));
    assertThat(Causes.place(both, both.judgements().get(0))).isEmpty();
  }

  @Test
  void everyWeightHasASectionOfItsOwn() {
    List<Attribution> all =
        Arrays.stream(Weight.values())
            .map(w -> blaming(w, "a.Store.get").sampled("perf_events every <1> ms"))
            .toList();
    assertThat(page(evaluation.with(all)))
        .contains("<h4>Cause, by CPU time</h4>", "<h4>Cause, by wall-clock time</h4>")
        .contains("<h4>Cause, by waiting for locks</h4>", "<h4>Cause, by allocation</h4>")
        .contains("id=\"b1-cpu-candidate\"", "id=\"b1-wall-candidate\"")
        .contains("id=\"b1-lock-candidate\"", "id=\"b1-alloc-candidate\"")
        .contains("<p class=\"note\">5 forks a side, perf_events every &lt;1&gt; ms</p>");
  }

  private static String sentence(Weight weight, double delta, String... path) {
    return Causes.sentence(ExampleCauses.blaming(weight, delta, List.of(path), path[0]));
  }

  private static Attribution blaming(Weight weight, String frame) {
    return ExampleCauses.blaming(weight, 300, List.of(frame), frame);
  }

  private String told(Attribution... found) {
    Evaluation other = evaluation.with(List.of(found));
    return Causes.told(other, other.judgements().get(0)).orElseThrow();
  }

  @Test
  void theConsoleAndTheSummarySayWhy() {
    assertThat(ConsoleTable.lines(evaluation, ""))
        .anyMatch(line -> line.startsWith("    Tokenizer.next costs "));
    assertThat(MarkdownSummary.text(evaluation)).contains(": Tokenizer.next costs ");
  }

  @Test
  void thePageHasTheSentenceTheTableAndTheDrawingsOfBothSides() {
    String page = page(evaluation);
    assertThat(page)
        .contains("Tokenizer.next costs ")
        .contains("changed in this diff")
        .contains("<title>▲ a.text.Tokenizer.next: ")
        .contains("<title>▼ a.text.Cache.get: ")
        .contains(", vanished</title>")
        .contains("&lt;img src=x onerror=alert(1)&gt;")
        .doesNotContain("<img")
        .doesNotContain("\u202e")
        .doesNotContain("y".repeat(600));
  }

  @Test
  void whatVanishedIsDrawnAlone() {
    String svg =
        DifferenceGraph.svg(
            evaluation.attributions().get(0).tree(), Widths.VANISHED, "ns/op", "it");
    assertThat(svg).contains("a.text.Cache.get").doesNotContain("Tokenizer");
  }

  @Test
  void twentyThousandStacksMakeASmallPage() {
    String page = page(ExampleCauses.large(Examples.small().evaluation()));
    assertThat(page.length()).isLessThan(600_000);
  }

  @Test
  void nothingIsDrawnOfNothing() {
    assertThat(DifferenceGraph.svg(List.of(), Widths.CANDIDATE, "ns/op", "it")).isEmpty();
  }

  private static String page(Evaluation evaluation) {
    Examples.Example example = Examples.small();
    InMemoryOutput out = new InMemoryOutput();
    new ReportWriter(ReportOptions.withExternalAssets(""))
        .write(evaluation, example.candidate(), example.baseline(), Profiles.NONE, out);
    return out.text("report/index.html");
  }
}
