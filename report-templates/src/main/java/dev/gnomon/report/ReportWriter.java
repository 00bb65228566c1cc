package dev.gnomon.report;

import dev.gnomon.evaluation.Evaluation;
import dev.gnomon.model.Run;
import dev.gnomon.problem.ProblemException;
import dev.gnomon.report.junit.JunitXml;
import dev.gnomon.report.markdown.MarkdownSummary;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * Writes {@code summary.md}, {@code TEST-perf.xml} and {@code report/index.html} with the collapsed
 * profiles beside it.
 */
public final class ReportWriter {
  private final ReportOptions options;

  /** A writer; it keeps nothing between reports. */
  public ReportWriter(ReportOptions options) {
    this.options = Objects.requireNonNull(options, "options");
  }

  /** How reports are written. */
  public ReportOptions options() {
    return options;
  }

  /**
   * Writes every file of a report. The same values give the same bytes.
   *
   * @param evaluation what was concluded
   * @param candidate the run under judgement, for its forks and iterations
   * @param baseline the runs it was compared with, newest first; may be empty
   * @param profiles where the candidate's profiles are
   * @param out where to
   * @throws ProblemException {@code output-not-writable}
   */
  public void write(
      Evaluation evaluation,
      Run candidate,
      List<Run> baseline,
      Profiles profiles,
      ReportOutput out) {
    write("summary.md", MarkdownSummary.text(evaluation), out);
    write("TEST-perf.xml", JunitXml.text(evaluation, candidate), out);
  }

  private static void write(String name, String text, ReportOutput out) {
    try (OutputStream file = out.create(name)) {
      file.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new ProblemException(
          "output-not-writable",
          "%s cannot be written: %s. Make room or make the directory writable, or name another with -Dperf.output."
              .formatted(name, e.getMessage()),
          e);
    }
  }
}
