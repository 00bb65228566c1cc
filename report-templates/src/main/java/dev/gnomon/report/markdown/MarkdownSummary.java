package dev.gnomon.report.markdown;

import dev.gnomon.compare.Change;
import dev.gnomon.evaluation.Drift;
import dev.gnomon.evaluation.Evaluation;
import dev.gnomon.gate.Judgement;
import dev.gnomon.gate.Judgement.Effect;
import dev.gnomon.gate.Verdict;
import dev.gnomon.report.text.Advice;
import dev.gnomon.report.text.Causes;
import dev.gnomon.report.text.DriftText;
import dev.gnomon.report.text.Facts;
import dev.gnomon.report.text.Headline;
import dev.gnomon.report.text.Labels;
import dev.gnomon.report.text.Wording;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** An evaluation as Markdown that GitHub and GitLab render. */
public final class MarkdownSummary {
  /** The most that a step summary of GitHub Actions may hold, in bytes of UTF-8. */
  public static final int STEP_SUMMARY_LIMIT = 1024 * 1024;

  private static final int MOST_CAUSES = 200;

  private static final String COLUMNS =
      """
      | | Benchmark | Baseline → candidate | Change | Interval | Limit | Build |
      |---|---|--:|--:|---|---|---|
      """;

  private final Evaluation evaluation;
  private final Labels labels;
  private final StringBuilder out = new StringBuilder();

  private MarkdownSummary(Evaluation evaluation) {
    this.evaluation = evaluation;
    this.labels = Labels.of(evaluation);
  }

  /** The whole summary. */
  public static String text(Evaluation evaluation) {
    return new MarkdownSummary(evaluation).build(Integer.MAX_VALUE);
  }

  /**
   * The summary in at most so many bytes of UTF-8. The rows that matter least are left out first,
   * and their number is said.
   *
   * @param bytes the limit, usually {@link #STEP_SUMMARY_LIMIT} less what is there already; below
   *     the size of the verdict alone the result is empty
   */
  public static String text(Evaluation evaluation, int bytes) {
    int rows = evaluation.judgements().size();
    while (true) {
      String text = new MarkdownSummary(evaluation).build(rows);
      if (size(text) <= bytes) {
        return text;
      }
      if (rows == 0) {
        return "";
      }
      rows = rows / 2;
    }
  }

  private static int size(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  private String build(int most) {
    out.append("## Performance: ").append(Headline.outcome(evaluation)).append("\n\n");
    out.append("**").append(Escape.text(evaluation.decision().sentence())).append("**\n\n");
    out.append(
        "%s of %s · %s · candidate %s · measured in %s\n\n"
            .formatted(
                Wording.count(evaluation.candidate().benchmarks(), "benchmark"),
                Escape.text(Headline.module(evaluation)),
                Escape.text(Headline.baseline(evaluation)),
                Escape.text(Headline.revision(evaluation.candidate().revision())),
                Wording.time(evaluation.candidate().took())));
    List<Judgement> notable =
        evaluation.judgements().stream().filter(MarkdownSummary::notable).toList();
    List<Judgement> rest = evaluation.judgements().stream().filter(j -> !notable(j)).toList();
    table(notable, most);
    folded(rest, Math.max(0, most - notable.size()));
    evaluation.drift().ifPresent(drift -> drift(drift, most));
    causes();
    notes();
    advice();
    return out.toString();
  }

  private static boolean notable(Judgement judgement) {
    return judgement.effect() != Effect.PASSES
        || (judgement.verdict() != Verdict.UNCHANGED && judgement.verdict() != Verdict.NEW);
  }

  private void table(List<Judgement> judgements, int most) {
    if (judgements.isEmpty()) {
      return;
    }
    out.append(COLUMNS);
    judgements.stream().limit(most).forEach(this::row);
    left(judgements.size(), most);
  }

  private void folded(List<Judgement> judgements, int most) {
    if (judgements.isEmpty()) {
      return;
    }
    out.append(
        "<details><summary>%s without a change or new</summary>\n\n"
            .formatted(Wording.count(judgements.size(), "result")));
    out.append(COLUMNS);
    judgements.stream().limit(most).forEach(this::row);
    left(judgements.size(), most);
    out.append("</details>\n\n");
  }

  private void drift(Drift drift, int most) {
    out.append(
        "**Drift %s**: %s%s\n\n"
            .formatted(
                Escape.text(DriftText.since(drift)),
                Escape.text(DriftText.counts(drift)),
                drift.judged() ? " (" + Escape.text(DriftText.choice(drift)) + ")" : ""));
    table(drift.beyond(), most);
  }

  private void left(int all, int most) {
    if (all > most) {
      out.append(
          "\n%s left out for their size; the report has them.\n"
              .formatted(Wording.count(all - most, "row")));
    }
    out.append('\n');
  }

  private void row(Judgement judgement) {
    Optional<Change> change = judgement.change();
    String metric =
        Wording.isTime(judgement.metric())
            ? ""
            : " " + Escape.text(Wording.metric(judgement.metric()));
    out.append("| ")
        .append(Wording.icon(judgement.verdict()))
        .append(" **")
        .append(Wording.word(judgement))
        .append("** | ")
        .append(Escape.code(labels.of(judgement.id())))
        .append(metric)
        .append(" | ")
        .append(change.map(c -> Facts.pair(judgement, c)).orElse(""))
        .append(" | ")
        .append(change.map(c -> Facts.change(judgement, c)).orElse(""))
        .append(" | ")
        .append(
            change.map(c -> Facts.interval(judgement, c)).orElse(Escape.text(judgement.reason())))
        .append(" | ")
        .append(change.map(c -> Facts.limit(judgement)).orElse(""))
        .append(" | ")
        .append(Wording.effect(judgement.effect()))
        .append(" |\n");
  }

  private void causes() {
    int before = out.length();
    evaluation.judgements().stream()
        .limit(MOST_CAUSES)
        .forEach(
            j ->
                Causes.told(evaluation, j)
                    .ifPresent(
                        cause ->
                            out.append("* ")
                                .append(Escape.code(labels.of(j.id())))
                                .append(": ")
                                .append(Escape.text(cause))
                                .append('\n')));
    out.append(out.length() > before ? "\n" : "");
  }

  private void notes() {
    for (var caveat : evaluation.caveats()) {
      out.append("* ").append(Escape.text(caveat.text())).append('\n');
    }
    evaluation.judgements().stream()
        .filter(j -> j.change().isPresent() && notable(j))
        .limit(50)
        .forEach(
            j ->
                j.change()
                    .get()
                    .caveats()
                    .forEach(
                        caveat ->
                            out.append("* ")
                                .append(Escape.code(labels.of(j.id())))
                                .append(": ")
                                .append(Escape.text(caveat.text()))
                                .append('\n')));
  }

  private void advice() {
    List<Advice.Step> steps = Advice.of(evaluation);
    if (steps.isEmpty()) {
      return;
    }
    out.append("\n**What next**\n\n");
    for (Advice.Step step : steps) {
      out.append("* ").append(Escape.text(step.text()));
      // Commands are built of harmless words only, so they may stand as they are.
      out.append(step.command().isEmpty() ? "" : " `" + step.command() + "`").append('\n');
    }
  }
}
