package dev.gnomon.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gnomon.evaluation.Evaluation;
import dev.gnomon.report.chart.DifferenceGraph;
import dev.gnomon.report.chart.DifferenceGraph.Widths;
import dev.gnomon.report.console.ConsoleTable;
import dev.gnomon.report.markdown.MarkdownSummary;
import dev.gnomon.report.text.Causes;
import java.util.List;
import org.junit.jupiter.api.Test;

class CausesTest {
  private final Evaluation evaluation = ExampleCauses.typical(Examples.small().evaluation());

  @Test
  void theSentenceNamesTheFrameItsCostAndTheDiff() {
    assertThat(Causes.sentence(evaluation.attributions().get(0)))
        .matches(
            "Tokenizer\\.next costs 1\\d\\d ns/op ± [\\d.]+ ns/op more, all of the change; changed in this diff\\.");
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
