package dev.gnomon.report.view;

import dev.gnomon.compare.Change;
import dev.gnomon.compare.Level;
import dev.gnomon.evaluation.Drift;
import dev.gnomon.evaluation.Evaluation;
import dev.gnomon.gate.Judgement;
import dev.gnomon.gate.Judgement.Effect;
import dev.gnomon.gate.Verdict;
import dev.gnomon.model.BenchmarkId;
import dev.gnomon.model.Metric;
import dev.gnomon.report.chart.IntervalChart;
import dev.gnomon.report.text.Causes;
import dev.gnomon.report.text.DriftText;
import dev.gnomon.report.text.Facts;
import dev.gnomon.report.text.Visible;
import dev.gnomon.report.text.Wording;
import dev.gnomon.unit.Figures;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes the table of all judgements. */
final class Tables {
  private static final int LONGEST_REASON = 300;

  private final ReportInput input;
  private final Map<BenchmarkId, String> anchors;
  private final IntervalChart chart;
  private final Map<BenchmarkId, Level> levels;

  private Tables(ReportInput input, Map<BenchmarkId, String> anchors) {
    this.input = input;
    this.anchors = anchors;
    this.chart = new IntervalChart(input.evaluation.judgements());
    this.levels = Level.of(input.candidate);
  }

  /**
   * The table.
   *
   * @param anchors ids of the sections
   */
  static TableView of(ReportInput input, Map<BenchmarkId, String> anchors) {
    Tables tables = new Tables(input, anchors);
    List<Judgement> shown = shown(input.evaluation);
    List<RowView> rows = shown.stream().map(tables::row).toList();
    return new TableView(
        input.compared() ? tables.chart.axis() : "",
        rows,
        rows.stream().map(row -> row.mark().word()).distinct().toList(),
        input.compared(),
        input
            .evaluation
            .drift()
            .filter(Drift::judged)
            .map(drift -> "S" + DriftText.since(drift).substring(1))
            .orElse(""),
        note(input.evaluation.judgements().size() - shown.size()));
  }

  /**
   * One row a benchmark: what its other metrics did is only told where they did something, and in
   * its section.
   */
  static List<Judgement> shown(Evaluation evaluation) {
    return evaluation.judgements().stream()
        .filter(j -> Wording.isTime(j.metric()) || DetailChoice.notable(j))
        .toList();
  }

  private static String note(int hidden) {
    return hidden == 0
        ? ""
        : "%s of other metrics, such as allocation, without a change; the details have them."
            .formatted(Wording.count(hidden, "more result"));
  }

  private RowView row(Judgement judgement) {
    String anchor = anchors.getOrDefault(judgement.id(), "");
    return new RowView(
        anchor.isEmpty() ? "" : "#" + anchor,
        !anchor.isEmpty(),
        Names.of(judgement.id(), input.labels),
        Wording.isTime(judgement.metric()) ? "" : Wording.metric(judgement.metric()),
        Marks.of(judgement),
        judgement
            .change()
            .map(change -> figures(judgement, change))
            .orElseGet(() -> level(judgement)),
        input.evaluation.drift().map(drift -> DriftText.of(drift, judgement)).orElse(""),
        reason(judgement),
        Wording.effect(judgement.effect()));
  }

  /** Where there are figures, they say it all, but for who accepted them. */
  private String reason(Judgement judgement) {
    boolean told = judgement.change().isPresent() && judgement.effect() != Effect.ACCEPTED;
    boolean plain = judgement.verdict() == Verdict.NEW;
    return told || plain ? cause(judgement) : Visible.line(judgement.reason(), LONGEST_REASON);
  }

  private String cause(Judgement judgement) {
    return Causes.told(input.evaluation, judgement).orElse("");
  }

  private FiguresView figures(Judgement judgement, Change change) {
    return new FiguresView(
        Facts.pair(judgement, change),
        Facts.change(judgement, change),
        Facts.interval(judgement, change),
        Facts.limit(judgement),
        chart.row(judgement, input.labels.of(judgement.id())),
        true,
        Double.toString(change.logRatio()));
  }

  private FiguresView level(Judgement judgement) {
    return Optional.ofNullable(levels.get(judgement.id()))
        .filter(level -> Wording.isTime(judgement.metric()))
        .map(
            level ->
                new FiguresView(
                    Figures.quantity(level.center(), Metric.TIME.unit()),
                    input.compared() ? "" : Facts.error(level),
                    "",
                    "",
                    "",
                    false,
                    ""))
        .orElse(FiguresView.NONE);
  }
}
