package dev.gnomon.report.markdown;

import dev.gnomon.evaluation.Evaluation;

/** An evaluation as Markdown that GitHub and GitLab render. */
public final class MarkdownSummary {
  /** The most that a step summary of GitHub Actions may hold, in bytes of UTF-8. */
  public static final int STEP_SUMMARY_LIMIT = 1024 * 1024;

  private MarkdownSummary() {}

  /** The whole summary. */
  public static String text(Evaluation evaluation) {
    return evaluation.decision().sentence();
  }

  /**
   * The summary in at most so many bytes of UTF-8; what is left out is said.
   *
   * @param bytes the limit, usually {@link #STEP_SUMMARY_LIMIT} less what is there already
   */
  public static String text(Evaluation evaluation, int bytes) {
    return text(evaluation).substring(0, Math.min(bytes, text(evaluation).length()));
  }
}
