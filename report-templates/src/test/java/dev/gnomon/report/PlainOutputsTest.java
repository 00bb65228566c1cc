package dev.gnomon.report;

import dev.gnomon.evaluation.Evaluation;
import dev.gnomon.report.console.ConsoleTable;
import dev.gnomon.report.github.GithubAnnotations;
import dev.gnomon.report.junit.JunitXml;
import dev.gnomon.report.markdown.MarkdownSummary;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every text that other tools or people read, compared with a reviewed file. */
class PlainOutputsTest {
  private static final String REPORT = "target/perf/report/index.html";

  @Test
  void theConsoleTellsWhatChangedAndWhatIsNext() {
    golden("console.txt", ConsoleTable.lines(Examples.typical().evaluation(), REPORT));
  }

  @Test
  void driftStandsBesideTheVerdict() {
    Evaluation drifted = Examples.typical().drifted("release-1.4");
    golden("console-drift.txt", ConsoleTable.lines(drifted, REPORT));
    Golden.assertMatches("summary-drift.md", MarkdownSummary.text(drifted));
  }

  @Test
  void theConsoleTellsARunThatIsComparedWithNothing() {
    golden("console-measured.txt", ConsoleTable.measured(Examples.alone().candidate()));
    golden("console-alone.txt", ConsoleTable.lines(Examples.alone().evaluation(), REPORT));
  }

  @Test
  void theMarkdownHoldsEveryRow() {
    Golden.assertMatches("summary.md", MarkdownSummary.text(Examples.typical().evaluation()));
  }

  @Test
  void theJunitFileHasATestCaseForEachJudgement() {
    Examples.Example example = Examples.typical();
    Golden.assertMatches("TEST-perf.xml", JunitXml.text(example.evaluation(), example.candidate()));
  }

  @Test
  void annotationsAreWorkflowCommands() {
    golden("annotations.txt", GithubAnnotations.lines(Examples.typical().evaluation()));
  }

  @Test
  void hostileNamesStayText() {
    Examples.Example example = Examples.hostile();
    golden(
        "hostile-console.txt",
        ConsoleTable.lines(example.drifted("a|b\u001b[31m<script>\n::error::x"), REPORT));
    golden("hostile-measured.txt", ConsoleTable.measured(example.candidate()));
    golden("hostile-annotations.txt", GithubAnnotations.lines(example.evaluation()));
    Golden.assertMatches(
        "hostile-summary.md", MarkdownSummary.text(example.drifted("a|b*<script>@x")));
    Golden.assertMatches(
        "hostile-TEST-perf.xml", JunitXml.text(example.evaluation(), example.candidate()));
  }

  private static void golden(String name, List<String> lines) {
    Golden.assertMatches(name, String.join("\n", lines) + "\n");
  }
}
