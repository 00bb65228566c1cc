package dev.gnomon.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gnomon.evaluation.Evaluation;
import dev.gnomon.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportWriterTest {
  @Test
  void theWholeReportIsWritten() {
    InMemoryOutput out = write(Examples.typical(), ReportOptions.selfContained("mvn perf:check"));
    assertThat(out.names())
        .containsExactlyInAnyOrder(
            "summary.md",
            "TEST-perf.xml",
            "report/index.html",
            "report/profiles/001.collapsed",
            "report/profiles/002.collapsed",
            "report/profiles/003.collapsed",
            "report/profiles/004.collapsed",
            "report/profiles/005.collapsed",
            "report/profiles/006.collapsed",
            "report/profiles/007.collapsed");
  }

  @Test
  void theSameValuesGiveTheSamePage() {
    ReportOptions options = ReportOptions.selfContained("mvn perf:check");
    assertThat(page(write(Examples.typical(), options)))
        .isEqualTo(page(write(Examples.typical(), options)));
  }

  @Test
  void thePageIsReviewed() {
    Golden.assertMatches(
        "report.html",
        page(write(Examples.small(), ReportOptions.withExternalAssets("mvn perf:check"))));
  }

  @Test
  void driftIsAColumnWhereAReleaseIsNamedAndNowhereElse() {
    Examples.Example example = Examples.typical();
    ReportOptions options = ReportOptions.withExternalAssets("");
    String drifted = page(write(example, example.drifted("v<1>"), options));
    assertThat(drifted)
        .contains("Since v&lt;1&gt;</th>", "<dt>Drift</dt>", "since v&lt;1&gt;")
        .containsPattern("<span>\\+\\d\\.\\d+ % slower</span></td>");
    assertThat(page(write(example, options))).doesNotContain("drift", "Drift");
  }

  @Test
  void styleAndScriptMayLieBesideThePage() {
    InMemoryOutput out = write(Examples.typical(), ReportOptions.withExternalAssets(""));
    assertThat(out.names()).contains("report/report.css", "report/report.js", "report/flame.js");
    assertThat(page(out)).doesNotContain("<style").doesNotContain("<script>");
  }

  @Test
  void hostileNamesAreTextInThePage() {
    String page = page(write(Examples.hostile(), ReportOptions.selfContained("")));
    assertThat(page)
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
        .doesNotContain("<script>alert")
        .doesNotContain("<img")
        .doesNotContain("onload=\"")
        .doesNotContain("\u202e")
        .doesNotContain("\u001b")
        .doesNotContain("\u0000")
        .doesNotContain("x".repeat(200));
  }

  @Test
  void aDirectoryThatCannotBeWrittenIsTold() {
    ReportOutput full =
        name -> {
          throw new IOException("No space left on device");
        };
    Examples.Example example = Examples.typical();
    ReportWriter writer = new ReportWriter(ReportOptions.selfContained(""));
    assertThatThrownBy(
            () ->
                writer.write(
                    example.evaluation(), example.candidate(), List.of(), Profiles.NONE, full))
        .isInstanceOf(ProblemException.class)
        .hasMessage(
            "The report cannot be written: No space left on device. Make room or make the directory writable, or name another with -Dperf.output.")
        .extracting(e -> ((ProblemException) e).code())
        .isEqualTo("output-not-writable");
  }

  @Test
  void aPathThatLeavesTheDirectoryIsRefused() {
    DirectoryOutput out = new DirectoryOutput(Path.of("target/perf"));
    assertThatThrownBy(() -> out.create("../../evil").close())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("leaves target/perf");
  }

  static InMemoryOutput write(Examples.Example example, ReportOptions options) {
    return write(example, example.evaluation(), options);
  }

  private static InMemoryOutput write(
      Examples.Example example, Evaluation evaluation, ReportOptions options) {
    InMemoryOutput out = new InMemoryOutput();
    new ReportWriter(options)
        .write(evaluation, example.candidate(), example.baseline(), ExampleProfiles.ALL, out);
    return out;
  }

  private static String page(InMemoryOutput out) {
    return out.text("report/index.html");
  }
}
