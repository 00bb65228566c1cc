package dev.gnomon.gate;

import dev.gnomon.compare.Change;
import dev.gnomon.model.Failure;
import dev.gnomon.model.Metric;
import dev.gnomon.stats.Power;
import dev.gnomon.unit.Direction;
import dev.gnomon.unit.Figures;

/** Says in one sentence why a verdict is what it is. */
public final class Reasons {
  private Reasons() {}

  /** The sentence for a benchmark that both sides have. */
  public static String of(Verdict verdict, Metric metric, Change change, Rule rule) {
    String figures = figures(metric, change);
    return switch (verdict) {
      case REGRESSED -> worse(metric) + ": " + figures + "; the limit is " + limit(rule, metric);
      case SUSPECT ->
          worse(metric)
              + " than stored runs: "
              + figures
              + "; not confirmed on fresh forks of both sides";
      case IMPROVED -> better(metric) + ": " + figures;
      case UNCHANGED -> "within " + limit(rule, metric) + ": " + figures;
      case ENVIRONMENT ->
          "different, " + figures + ", but code and JVM are the same on both sides: the machine";
      case INCONCLUSIVE -> undecided(metric, change, rule, figures);
      case NEW, MISSING, FAILED, INCOMPARABLE ->
          throw new IllegalArgumentException(verdict + " has no change to speak of");
    };
  }

  /** The sentence for a benchmark whose sides were measured in pairs. */
  public static String paired(Verdict verdict, Metric metric, Change change, Rule rule) {
    String figures = figures(metric, change);
    int pairs = change.candidate().forks();
    String more = more(change, pairs);
    return switch (verdict) {
      case SUSPECT ->
          "perhaps %s: %s after %d pairs; %s".formatted(worse(metric), figures, pairs, more);
      case INCONCLUSIVE ->
          "can't tell at a limit of %s: %s after %d pairs; %s"
              .formatted(limit(rule, metric), figures, pairs, more);
      default -> of(verdict, metric, change, rule) + "; from " + pairs + " pairs of forks";
    };
  }

  private static String more(Change change, int pairs) {
    int more = change.evidence().forksToDecide() - pairs;
    return more > 0
        ? "about " + more + " more pairs would decide"
        : "it lies too near the limit for this many pairs";
  }

  /** The sentence for a benchmark that gave no result. */
  public static String failed(Failure failure, int failed, int forks) {
    return "%d of %d forks gave no result, the first because it %s: %s"
        .formatted(failed, forks, words(failure.kind()), failure.reason());
  }

  /** What a change is called where the metric got worse: {@code slower}. */
  public static String worse(Metric metric) {
    if (metric.equals(Metric.TIME)) {
      return "slower";
    }
    if (metric.equals(Metric.ALLOCATION)) {
      return "allocates more";
    }
    return (metric.direction() == Direction.LOWER_IS_BETTER ? "higher " : "lower ") + metric.name();
  }

  private static String better(Metric metric) {
    if (metric.equals(Metric.TIME)) {
      return "faster";
    }
    if (metric.equals(Metric.ALLOCATION)) {
      return "allocates less";
    }
    return (metric.direction() == Direction.LOWER_IS_BETTER ? "lower " : "higher ") + metric.name();
  }

  /** {@code 812 → 928 ns/op, +14.3 % (+12.6 … +16.1)}. */
  public static String figures(Metric metric, Change change) {
    double sign = metric.direction().worsening(1);
    double low = sign > 0 ? change.interval().lower() : -change.interval().upper();
    double high = sign > 0 ? change.interval().upper() : -change.interval().lower();
    return "%s, %s (%s … %s)"
        .formatted(
            Figures.pair(change.baseline().center(), change.candidate().center(), metric.unit()),
            Figures.change(Math.expm1(sign * change.logRatio())),
            Figures.signedNumber(Math.expm1(low)),
            Figures.signedNumber(Math.expm1(high)));
  }

  /** {@code 3 %}, or {@code 3 % and 0.5 ns/op} where a floor counts too. */
  public static String limit(Rule rule, Metric metric) {
    String percent = Figures.percent(rule.threshold());
    return rule.floor() > 0
        ? percent + " and " + Figures.quantity(rule.floor(), metric.unit())
        : percent;
  }

  private static String undecided(Metric metric, Change change, Rule rule, String figures) {
    if (Verdicts.tooFewForks(change)) {
      return "%s from %s and %s forks: at least %d on each side are needed to conclude anything"
          .formatted(
              figures, change.baseline().forks(), change.candidate().forks(), Power.FEWEST_FORKS);
    }
    int more = change.evidence().forksToDecide() - change.candidate().forks();
    String next =
        more > 0
            ? "about " + more + " more forks would decide"
            : "it lies too near the limit for this many forks";
    return "can't tell at a limit of %s: %s; %s".formatted(limit(rule, metric), figures, next);
  }

  private static String words(Failure.Kind kind) {
    return switch (kind) {
      case THREW -> "threw an exception";
      case EXITED -> "ended its own JVM";
      case TIMED_OUT -> "ran past its time limit";
      case OUT_OF_MEMORY -> "ran out of memory";
      case CRASHED -> "crashed";
      case NO_RESULT -> "ended without results";
    };
  }
}
