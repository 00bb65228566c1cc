package dev.gnomon.report.view;

import dev.gnomon.compare.Change;
import dev.gnomon.compare.Evidence;
import dev.gnomon.compare.Side;
import dev.gnomon.gate.GatePolicy;
import dev.gnomon.gate.Judgement;
import dev.gnomon.gate.Rule;
import dev.gnomon.report.text.Facts;
import dev.gnomon.report.text.Visible;
import dev.gnomon.report.text.Wording;
import dev.gnomon.stats.Caveat;
import dev.gnomon.unit.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Tells how a verdict was reached, step by step. */
final class Reasoning {
  private final GatePolicy policy;

  Reasoning(GatePolicy policy) {
    this.policy = policy;
  }

  JudgementView of(Judgement judgement) {
    List<String> steps = new ArrayList<>();
    judgement.change().ifPresent(change -> compared(judgement, change, steps));
    steps.add(rule(judgement));
    steps.add("Verdict: " + Wording.word(judgement) + ", " + effect(judgement) + ".");
    return new JudgementView(
        Marks.sentenceCase(Wording.metric(judgement.metric())),
        Marks.of(judgement),
        judgement.change().map(change -> summary(judgement, change)).orElse(""),
        Visible.line(judgement.reason(), 600),
        judgement.change().stream()
            .flatMap(change -> change.caveats().stream())
            .map(Caveat::text)
            .map(text -> Visible.line(text, 600))
            .toList(),
        steps);
  }

  private static String summary(Judgement judgement, Change change) {
    return "%s, %s (%s)"
        .formatted(
            Facts.pair(judgement, change),
            Facts.change(judgement, change),
            Facts.interval(judgement, change));
  }

  private void compared(Judgement judgement, Change change, List<String> steps) {
    steps.add(side("Baseline", judgement, change.baseline()));
    steps.add(side("Candidate", judgement, change.candidate()));
    Evidence evidence = change.evidence();
    steps.add(
        "Change: %s; with %s confidence between %s %%."
            .formatted(
                Facts.change(judgement, change),
                Figures.percent(change.interval().level()),
                Facts.interval(judgement, change).replace(" … ", " and ")));
    steps.add(
        "Were nothing worse, so large a worsening would be seen with probability %s; were nothing better, so large an improvement with %s. The gate corrects for all benchmarks it judges, so that all together raise a false alarm in at most %s of builds."
            .formatted(
                probability(evidence.pWorse()),
                probability(evidence.pBetter()),
                Figures.percent(policy.alpha())));
    steps.add(
        "This comparison would have found a worsening of %s with probability 80 %%."
            .formatted(Figures.percent(evidence.minimumDetectable())));
  }

  private static String side(String name, Judgement judgement, Side side) {
    String spread =
        Double.isFinite(side.spread())
            ? ", which differ by %s (standard deviation)".formatted(Figures.percent(side.spread()))
            : "";
    return "%s: %s from %s in %s%s."
        .formatted(
            name,
            Figures.quantity(side.center(), judgement.metric().unit()),
            Wording.count(side.forks(), "fork"),
            Wording.count(side.values().size(), "run"),
            spread);
  }

  private static String rule(Judgement judgement) {
    Rule rule = judgement.rule();
    String owner = rule.owner().isEmpty() ? "" : ", owned by " + Visible.line(rule.owner(), 80);
    return "Rule: benchmarks %s, %s, limit %s%s."
        .formatted(
            Visible.line(rule.benchmarks(), 120),
            Wording.metric(judgement.metric()),
            Facts.limit(rule, judgement.metric()),
            owner);
  }

  private static String effect(Judgement judgement) {
    return switch (judgement.effect()) {
      case FAILS -> "which fails the build";
      case ACCEPTED -> "which somebody accepted";
      case WARNS -> "which is told and does not fail the build";
      case PASSES -> "which lets the build pass";
    };
  }

  private static String probability(double p) {
    return p < 1e-4 ? "below 0.0001" : String.format(Locale.ROOT, p < 0.01 ? "%.4f" : "%.2f", p);
  }
}
