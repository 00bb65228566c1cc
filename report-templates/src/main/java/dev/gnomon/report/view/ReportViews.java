package dev.gnomon.report.view;

import dev.gnomon.evaluation.Evaluation;
import dev.gnomon.model.BenchmarkId;
import dev.gnomon.model.Run;
import dev.gnomon.report.text.Headline;
import dev.gnomon.report.text.Visible;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes the page's record of an evaluation and its runs. */
public final class ReportViews {
  private ReportViews() {}

  /**
   * The record.
   *
   * @param evaluation what was concluded
   * @param candidate the run under judgement
   * @param baseline the runs it was compared with, newest first
   * @param details benchmarks that get a section, in order, with the profiles of each side, the
   *     candidate's first
   * @param reproduce the command that repeats the measurement, may be empty
   * @param page style and script; title and last line are filled in here
   */
  public static ReportView of(
      Evaluation evaluation,
      Run candidate,
      List<Run> baseline,
      Map<BenchmarkId, List<Profiled>> details,
      String reproduce,
      PageView page) {
    ReportInput input = new ReportInput(evaluation, candidate, baseline, details);
    Map<BenchmarkId, String> anchors = new LinkedHashMap<>();
    details.keySet().forEach(id -> anchors.put(id, "b" + (anchors.size() + 1)));
    return new ReportView(
        page(input, page),
        Heads.of(input),
        Tables.of(input, anchors),
        new Details(input).of(anchors),
        Places.of(input),
        Doubts.of(input, reproduce));
  }

  private static PageView page(ReportInput input, PageView page) {
    return new PageView(
        "%s: performance of %s"
            .formatted(
                Marks.sentenceCase(Headline.outcome(input.evaluation)),
                Headline.module(input.evaluation)),
        page.external(),
        page.css(),
        page.js(),
        page.flame(),
        "Gnomon "
            + Visible.line(input.candidate.origin().toolVersion(), 40)
            + " of the run that started at "
            + input.candidate.startedAt());
  }
}
