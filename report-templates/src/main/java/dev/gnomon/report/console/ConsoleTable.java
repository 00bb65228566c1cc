package dev.gnomon.report.console;

import dev.gnomon.compare.Change;
import dev.gnomon.evaluation.Drift;
import dev.gnomon.evaluation.Evaluation;
import dev.gnomon.gate.Judgement;
import dev.gnomon.gate.Judgement.Effect;
import dev.gnomon.gate.Verdict;
import dev.gnomon.model.BenchmarkId;
import dev.gnomon.model.Run;
import dev.gnomon.report.text.Advice;
import dev.gnomon.report.text.Causes;
import dev.gnomon.report.text.DriftText;
import dev.gnomon.report.text.Facts;
import dev.gnomon.report.text.Headline;
import dev.gnomon.report.text.Labels;
import dev.gnomon.report.text.Visible;
import dev.gnomon.report.text.Wording;
import dev.gnomon.stats.Caveat;
import dev.gnomon.unit.Figures;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What a terminal or a build log shows; no line holds a line break or a control character. */
public final class ConsoleTable {
  private static final int MOST_LINES = 30;
  private static final int MOST_NAMES = 5;
  private static final int LONGEST = 400;
  private static final int WORD = 10;

  private final Evaluation evaluation;
  private final Labels labels;

  private ConsoleTable(Evaluation evaluation) {
    this.evaluation = evaluation;
    this.labels = Labels.of(evaluation);
  }

  /**
   * An evaluation: what got slower, faster, could not be told, the decision and what to do next.
   *
   * @param reportPath where the report lies, as a user would open it; empty for none
   */
  public static List<String> lines(Evaluation evaluation, String reportPath) {
    return new ConsoleTable(evaluation).lines(reportPath);
  }

  /** A run that is compared with nothing: each benchmark, its value, its interval, its forks. */
  public static List<String> measured(Run run) {
    return MeasuredTable.lines(run);
  }

  private List<String> lines(String reportPath) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "Gnomon · %s of %s · %s"
            .formatted(
                Wording.count(benchmarks(), "benchmark"),
                Headline.module(evaluation),
                Headline.baseline(evaluation)));
    lines.addAll(compared());
    named(Verdict.MISSING, lines);
    named(Verdict.FAILED, lines);
    named(Verdict.INCOMPARABLE, lines);
    named(Verdict.INCONCLUSIVE, lines);
    unchanged(lines);
    summed(Verdict.NEW, lines);
    evaluation.drift().ifPresent(drift -> drifted(drift, lines));
    evaluation.caveats().forEach(caveat -> lines.add("Note: " + line(caveat.text())));
    lines.add(verdict(reportPath));
    for (Advice.Step step : Advice.of(evaluation)) {
      lines.add(step.command().isEmpty() ? step.text() : step.text() + " " + step.command());
    }
    return lines;
  }

  /** Those that were measured, and those that needed no measurement. */
  private int benchmarks() {
    return evaluation.candidate().benchmarks() + withoutFigures(Verdict.UNCHANGED).size();
  }

  private String verdict(String reportPath) {
    return Headline.outcome(evaluation)
        + " in "
        + Wording.time(evaluation.candidate().took())
        + ": "
        + line(evaluation.decision().sentence())
        + (reportPath.isEmpty() ? "" : " Report: " + line(reportPath));
  }

  /** Everything that has figures and is not plain unchanged, worst first, doubts below. */
  private List<String> compared() {
    List<Judgement> shown =
        evaluation.judgements().stream()
            .filter(j -> j.change().isPresent() && j.verdict() != Verdict.UNCHANGED)
            .toList();
    Columns columns = new Columns("llrrll");
    shown.stream()
        .limit(MOST_LINES)
        .forEach(j -> columns.add(cells(Wording.word(j), j, j.change().orElseThrow())));
    List<String> rows = columns.lines();
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      lines.add(rows.get(i));
      Causes.told(evaluation, shown.get(i)).ifPresent(cause -> lines.add("    " + line(cause)));
      doubts(shown.get(i), lines);
    }
    if (shown.size() > MOST_LINES) {
      lines.add("… and " + (shown.size() - MOST_LINES) + " more, all of them in the report");
    }
    return lines;
  }

  private String[] cells(String word, Judgement judgement, Change change) {
    String metric =
        Wording.isTime(judgement.metric()) ? "" : ", " + Wording.metric(judgement.metric());
    return new String[] {
      word(word),
      labels.of(judgement.id()) + metric,
      Facts.pair(judgement, change),
      Facts.change(judgement, change),
      "(" + Facts.interval(judgement, change) + ")",
      outcome(judgement, change)
    };
  }

  private String outcome(Judgement judgement, Change change) {
    String limit = "limit " + Facts.limit(judgement);
    String effect = Wording.effect(judgement.effect());
    if (judgement.verdict() == Verdict.INCONCLUSIVE) {
      int more = change.evidence().forksToDecide() - change.candidate().forks();
      String what = evaluation.interleaved() ? "more pair" : "more fork";
      effect =
          (more > 0 ? Wording.count(more, what) + " would decide" : "too near the limit")
              + (judgement.effect() == Effect.FAILS ? "; fails" : "");
    }
    return judgement.verdict() == Verdict.IMPROVED ? effect : (limit + "  " + effect).strip();
  }

  /** What the moving baseline does not show: many small steps since a release. */
  private void drifted(Drift drift, List<String> lines) {
    Columns columns = new Columns("llrrll");
    List<Judgement> beyond = drift.beyond();
    beyond.stream()
        .limit(MOST_LINES)
        .forEach(j -> columns.add(cells("DRIFTED", j, j.change().orElseThrow())));
    lines.addAll(columns.lines());
    if (beyond.size() > MOST_LINES) {
      lines.add("… and " + (beyond.size() - MOST_LINES) + " more, all of them in the report");
    }
    lines.add(
        "%s  %s: %s%s"
            .formatted(
                word("DRIFT"),
                DriftText.since(drift),
                DriftText.counts(drift),
                drift.judged() ? " (" + DriftText.choice(drift) + ")" : ""));
  }

  private static void doubts(Judgement judgement, List<String> lines) {
    if (judgement.effect() == Effect.ACCEPTED) {
      lines.add("    " + line(judgement.reason()));
    }
    judgement.change().stream()
        .flatMap(change -> change.caveats().stream())
        .map(Caveat::text)
        .forEach(text -> lines.add("    " + line(text)));
  }

  private void named(Verdict verdict, List<String> lines) {
    List<Judgement> those = withoutFigures(verdict);
    Columns columns = new Columns("lll");
    those.stream()
        .limit(MOST_LINES)
        .forEach(
            j -> {
              String effect = Wording.effect(j.effect());
              String reason = line(j.reason());
              columns.add(
                  word(Wording.word(j)),
                  labels.of(j.id()),
                  effect.isEmpty() ? reason : effect + ": " + reason);
            });
    lines.addAll(columns.lines());
    if (those.size() > MOST_LINES) {
      lines.add("… and " + (those.size() - MOST_LINES) + " more, all of them in the report");
    }
  }

  private void unchanged(List<String> lines) {
    Map<String, List<Judgement>> byMetric =
        evaluation.judgements().stream()
            .filter(j -> j.verdict() == Verdict.UNCHANGED && j.change().isPresent())
            .collect(
                Collectors.groupingBy(
                    j -> Wording.metric(j.metric()), TreeMap::new, Collectors.toList()));
    List<String> parts = new ArrayList<>();
    List<String> metrics = new ArrayList<>(byMetric.keySet());
    // Time is what people ask about first.
    metrics.sort(Comparator.comparing((String m) -> !m.equals("time")).thenComparing(m -> m));
    for (String metric : metrics) {
      List<Judgement> those = byMetric.get(metric);
      TreeSet<Double> limits = new TreeSet<>();
      those.forEach(j -> limits.add(j.rule().threshold()));
      String limit = limits.size() == 1 ? "±" + Figures.percent(limits.first()) : "their limits";
      parts.add(
          metric.equals("time")
              ? "%s within %s".formatted(Wording.count(those.size(), "benchmark"), limit)
              : "%s of %d within %s".formatted(metric, those.size(), limit));
    }
    if (!parts.isEmpty()) {
      lines.add(word("NO CHANGE") + "  " + String.join("; ", parts));
    }
    int same = withoutFigures(Verdict.UNCHANGED).size();
    if (same > 0) {
      lines.add(
          word("SAME CODE")
              + "  %s not measured: nothing that differs is within reach"
                  .formatted(Wording.count(same, "benchmark")));
    }
  }

  private void summed(Verdict verdict, List<String> lines) {
    List<BenchmarkId> ids = withoutFigures(verdict).stream().map(Judgement::id).toList();
    if (ids.isEmpty()) {
      return;
    }
    String some = ids.stream().limit(MOST_NAMES).map(labels::of).collect(Collectors.joining(", "));
    String more = ids.size() > MOST_NAMES ? " and " + (ids.size() - MOST_NAMES) + " more" : "";
    lines.add(
        "%s  %s the baseline does not have: %s%s"
            .formatted(word("NEW"), Wording.count(ids.size(), "benchmark"), some, more));
  }

  private List<Judgement> withoutFigures(Verdict verdict) {
    return evaluation.judgements().stream()
        .filter(j -> j.verdict() == verdict && j.change().isEmpty())
        .toList();
  }

  /** All words stand in one column, whichever table they are in. */
  private static String word(String word) {
    return word + " ".repeat(Math.max(0, WORD - word.length()));
  }

  private static String line(String text) {
    return Visible.line(text, LONGEST);
  }
}
