package dev.gnomon.evaluation;

import dev.gnomon.compare.Change;
import dev.gnomon.compare.Changes;
import dev.gnomon.compare.ExactChange;
import dev.gnomon.compare.Side;
import dev.gnomon.compare.Tolerance;
import dev.gnomon.gate.Judgement;
import dev.gnomon.gate.Reasons;
import dev.gnomon.model.Metric;
import dev.gnomon.stats.Caveat;
import dev.gnomon.unit.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Tells how a verdict was reached, step by step, from the values of the forks on. */
public final class Explainer {
  private static final int MOST_VALUES = 12;

  private final Evaluation evaluation;

  private Explainer(Evaluation evaluation) {
    this.evaluation = evaluation;
  }

  /** Explains one judgement of an evaluation. */
  public static Explanation explain(Evaluation evaluation, Judgement judgement) {
    return new Explainer(evaluation).explain(judgement);
  }

  private Explanation explain(Judgement judgement) {
    List<String> lines = new ArrayList<>();
    judgement
        .change()
        .ifPresentOrElse(
            change -> lines.addAll(steps(judgement, change)),
            () -> lines.add("There was nothing to compare: " + judgement.reason() + "."));
    lines.add(
        "So the verdict is %s: %s. For the build it %s."
            .formatted(judgement.verdict(), judgement.reason(), effect(judgement)));
    lines.add(rule(judgement));
    lines.add(replay());
    String params = judgement.id().params().isEmpty() ? "" : " " + judgement.id().params();
    return new Explanation(
        judgement.id().benchmark() + params + ", " + judgement.metric().name(), lines);
  }

  private List<String> steps(Judgement judgement, Change change) {
    Metric metric = judgement.metric();
    boolean exact = Subject.judgedByRanges(metric, change);
    List<String> lines = new ArrayList<>();
    lines.add(
        "Each fork is a JVM of its own and gives one value: iterations of one JVM share its luck, so they do not count as repeats."
            + (metric.equals(Metric.TIME)
                ? " The value is the mean of the faster half of its iterations."
                : ""));
    lines.add("Baseline: " + side(change.baseline(), metric));
    lines.add("This run: " + side(change.candidate(), metric));
    lines.addAll(exact ? byRanges(judgement, change) : byMeans(judgement, change));
    change.caveats().stream().map(Caveat::text).forEach(text -> lines.add("Doubt: " + text));
    return lines;
  }

  private static String side(Side side, Metric metric) {
    List<Double> values = side.values().stream().flatMap(List::stream).toList();
    String shown =
        values.stream()
            .limit(MOST_VALUES)
            .map(value -> Figures.precise(value, metric.unit()))
            .collect(Collectors.joining(", "));
    String more =
        values.size() > MOST_VALUES ? " and " + (values.size() - MOST_VALUES) + " more" : "";
    String spread =
        Double.isNaN(side.spread())
            ? "one fork alone has no spread"
            : "forks of one side differ by "
                + Figures.percent(side.spread())
                + " (standard deviation)";
    return "%d forks from %d %s: %s%s; in the middle %s; %s."
        .formatted(
            values.size(),
            side.values().size(),
            side.values().size() == 1 ? "run" : "runs",
            shown,
            more,
            Figures.quantity(side.center(), metric.unit()),
            spread);
  }

  private static List<String> byRanges(Judgement judgement, Change change) {
    double limit =
        ExactChange.limit(
            change.candidate().center(), change.baseline().center(), tolerance(judgement));
    return List.of(
        "This metric hardly varies, so the ranges are compared: it counts as changed only if every fork of one side lies beyond every fork of the other, and by more than %s."
            .formatted(Figures.percent(Math.expm1(limit))));
  }

  private List<String> byMeans(Judgement judgement, Change change) {
    double limit = Changes.limit(change, tolerance(judgement));
    double error = change.evidence().standardError();
    List<String> lines = new ArrayList<>();
    lines.add(
        evaluation.interleaved()
            ? "Difference: %s, in the middle of the pairs. A pair's forks ran side by side, so what the machine did then met both; chance alone would move the difference by about %s either way (standard error)."
                .formatted(Figures.change(change.relative()), Figures.percent(Math.expm1(error)))
            : "Difference: %s. Chance alone would move it by about %s either way (standard error, %s degrees of freedom), runs of another day included."
                .formatted(
                    Figures.change(change.relative()),
                    Figures.percent(Math.expm1(error)),
                    degrees(change.evidence().degreesOfFreedom())));
    lines.add(
        "With 90 %% confidence the true change lies between %s and %s."
            .formatted(
                Figures.change(Math.expm1(change.interval().lower())),
                Figures.change(Math.expm1(change.interval().upper()))));
    lines.add(
        "If nothing had changed, a difference this bad would turn up in %s of comparisons, one this good in %s."
            .formatted(oneIn(change.evidence().pWorse()), oneIn(change.evidence().pBetter())));
    lines.add(family(judgement));
    lines.add(
        "What matters is a change of more than %s. Worse than that and too unlikely by chance would be a regression; an interval wholly inside ±%s shows that nothing changed."
            .formatted(Figures.percent(Math.expm1(limit)), Figures.percent(Math.expm1(limit))));
    lines.add(
        "With so many forks a slowdown of %s would have been found four times out of five; about %d forks a side would decide at the limit."
            .formatted(
                Figures.percent(change.evidence().minimumDetectable()),
                change.evidence().forksToDecide()));
    return lines;
  }

  private static Tolerance tolerance(Judgement judgement) {
    return new Tolerance(judgement.rule().threshold(), judgement.rule().floor(), 0.5);
  }

  private String family(Judgement judgement) {
    long all =
        evaluation.judgements().stream()
            .filter(j -> j.change().isPresent())
            .filter(j -> !Subject.judgedByRanges(j.metric(), j.change().orElseThrow()))
            .filter(j -> Subject.mayFail(j.rule()) == Subject.mayFail(judgement.rule()))
            .count();
    String level = Figures.percent(evaluation.level());
    return all == 1
        ? "Chance alone may fail a good build in at most %s of builds.".formatted(level)
        : "%d comparisons are judged together, so each needs stronger evidence: all of them together may fail a good build in at most %s of builds (Holm's method)."
            .formatted(all, level);
  }

  private static String oneIn(double p) {
    if (p >= 0.1) {
      return Figures.percent(p);
    }
    return p < 1e-9
        ? "less than one in a thousand million"
        : String.format(Locale.ROOT, "1 of %,.0f", 1 / p);
  }

  private static String degrees(double value) {
    return Double.isInfinite(value) ? "all" : String.format(Locale.ROOT, "%.1f", value);
  }

  private static String effect(Judgement judgement) {
    return switch (judgement.effect()) {
      case FAILS -> "fails";
      case ACCEPTED -> "would fail, but was accepted";
      case WARNS -> "is a warning";
      case PASSES -> "passes";
    };
  }

  private static String rule(Judgement judgement) {
    String owner = judgement.rule().owner().isEmpty() ? "" : ", owner " + judgement.rule().owner();
    return "The rule: benchmarks \"%s\", metric %s, limit %s%s."
        .formatted(
            judgement.rule().benchmarks(),
            judgement.rule().metric(),
            Reasons.limit(judgement.rule(), judgement.metric()),
            owner);
  }

  private String replay() {
    return "Replay: run of %s with seed %d by version %s, plan %s; %s."
        .formatted(
            evaluation.candidate().startedAt(),
            evaluation.candidate().sampling().seed(),
            evaluation.candidate().origin().toolVersion(),
            evaluation.candidate().sampling().plan(),
            stripped(evaluation.baselineChoice()));
  }

  private static String stripped(String sentence) {
    return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
  }
}
