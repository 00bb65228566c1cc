package dev.gnomon.report;

import dev.gnomon.evaluation.Evaluation;
import dev.gnomon.model.BenchmarkId;
import dev.gnomon.model.Run;
import dev.gnomon.problem.ProblemException;
import dev.gnomon.report.html.Assets;
import dev.gnomon.report.html.HtmlPage;
import dev.gnomon.report.junit.JunitXml;
import dev.gnomon.report.markdown.MarkdownSummary;
import dev.gnomon.report.view.DetailChoice;
import dev.gnomon.report.view.PageView;
import dev.gnomon.report.view.Profiled;
import dev.gnomon.report.view.ReportViews;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Writes {@code summary.md}, {@code TEST-perf.xml} and {@code report/index.html} with the profiles
 * beside it.
 */
public final class ReportWriter {
  private final ReportOptions options;
  private final HtmlPage html = new HtmlPage();

  /** A writer; it keeps nothing between reports. */
  public ReportWriter(ReportOptions options) {
    this.options = Objects.requireNonNull(options, "options");
  }

  /**
   * Writes every file of a report. The same values give the same bytes.
   *
   * @param evaluation what was concluded
   * @param candidate the run under judgement, for its forks and iterations
   * @param baseline the runs it was compared with, newest first; may be empty
   * @param profiles where the profiles of both sides are
   * @param out where to
   * @throws ProblemException {@code output-not-writable}
   */
  public void write(
      Evaluation evaluation,
      Run candidate,
      List<Run> baseline,
      SideProfiles profiles,
      ReportOutput out) {
    try {
      text("summary.md", MarkdownSummary.text(evaluation), out);
      text("TEST-perf.xml", JunitXml.text(evaluation, candidate), out);
      List<BenchmarkId> detailed = DetailChoice.of(evaluation, options.detailed());
      page(
          evaluation,
          candidate,
          baseline,
          new ProfileBook(candidate, baseline, profiles, out).collect(detailed),
          out);
    } catch (IOException e) {
      throw unwritable(e);
    } catch (UncheckedIOException e) {
      throw unwritable(e.getCause());
    }
  }

  /** Writes every file of a report that shows the candidate's profiles alone. */
  public void write(
      Evaluation evaluation,
      Run candidate,
      List<Run> baseline,
      Profiles profiles,
      ReportOutput out) {
    write(evaluation, candidate, baseline, SideProfiles.of(profiles), out);
  }

  private void page(
      Evaluation evaluation,
      Run candidate,
      List<Run> baseline,
      Map<BenchmarkId, List<Profiled>> details,
      ReportOutput out)
      throws IOException {
    boolean external = options.externalAssets();
    PageView assets =
        external
            ? new PageView("", true, "", "", "", "")
            : new PageView("", false, Assets.css(), Assets.js(), Assets.flame(), "");
    if (external) {
      text("report/report.css", Assets.css(), out);
      text("report/report.js", Assets.js(), out);
      text("report/flame.js", Assets.flame(), out);
    }
    try (Writer writer =
        new BufferedWriter(
            new OutputStreamWriter(out.create("report/index.html"), StandardCharsets.UTF_8))) {
      html.print(
          ReportViews.of(evaluation, candidate, baseline, details, options.reproduce(), assets),
          writer);
    }
  }

  private static void text(String name, String text, ReportOutput out) throws IOException {
    try (OutputStream file = out.create(name)) {
      file.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  private static ProblemException unwritable(IOException cause) {
    return new ProblemException(
        "output-not-writable",
        "The report cannot be written: %s. Make room or make the directory writable, or name another with -Dperf.output."
            .formatted(cause.getMessage()),
        cause);
  }
}
