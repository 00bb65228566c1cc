package dev.gnomon.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gnomon.evaluation.Evaluation;
import dev.gnomon.report.console.ConsoleTable;
import dev.gnomon.report.github.GithubAnnotations;
import dev.gnomon.report.markdown.MarkdownSummary;
import dev.gnomon.report.view.DetailChoice;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ManyBenchmarksTest {
  private final Evaluation evaluation = Examples.many(400).evaluation();

  @Test
  void thereAreTenAnnotationsAtMostAndTheLastSaysHowManyMore() {
    assertThat(GithubAnnotations.lines(evaluation))
        .hasSize(10)
        .allMatch(line -> line.startsWith("::"))
        .last()
        .asString()
        .matches("::error title=Performance::\\d+ benchmarks more; the report has them all");
  }

  @Test
  void theConsoleStopsAndSaysSo() {
    assertThat(ConsoleTable.lines(evaluation, ""))
        .hasSizeLessThan(60)
        .anyMatch(line -> line.matches("… and \\d+ more, all of them in the report"));
  }

  @Test
  void aStepSummaryKeepsToItsLimitAndSaysWhatIsLeftOut() {
    String whole = MarkdownSummary.text(evaluation);
    int limit = 20_000;
    String cut = MarkdownSummary.text(evaluation, limit);
    assertThat(whole.getBytes(StandardCharsets.UTF_8)).hasSizeGreaterThan(limit);
    assertThat(cut.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(limit);
    assertThat(cut)
        .startsWith("## Performance: FAILED")
        .containsPattern("\\d+ rows left out for their size");
    assertThat(MarkdownSummary.text(evaluation, 10)).isEmpty();
    assertThat(MarkdownSummary.text(evaluation, Integer.MAX_VALUE)).isEqualTo(whole);
  }

  @Test
  void sectionsAreBoundedAndTheWorstComeFirst() {
    assertThat(DetailChoice.of(evaluation, 40))
        .hasSizeLessThanOrEqualTo(120)
        .first()
        .isEqualTo(evaluation.judgements().get(0).id());
    assertThat(DetailChoice.of(Examples.many(1).evaluation(), 0)).hasSizeLessThanOrEqualTo(1);
  }
}
