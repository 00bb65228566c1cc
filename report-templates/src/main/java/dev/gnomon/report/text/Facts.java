package dev.gnomon.report.text;

import dev.gnomon.compare.Change;
import dev.gnomon.compare.Level;
import dev.gnomon.gate.Judgement;
import dev.gnomon.gate.Rule;
import dev.gnomon.model.Metric;
import dev.gnomon.unit.Figures;

/** The figures of a judgement as text, the same in every output. */
public final class Facts {
  private Facts() {}

  /** {@code 812 → 928 ns/op}. */
  public static String pair(Judgement judgement, Change change) {
    return Figures.pair(
        change.baseline().center(), change.candidate().center(), judgement.metric().unit());
  }

  /** The change of the value itself, not of its cost: {@code +14.3 %}. */
  public static String change(Judgement judgement, Change change) {
    return Figures.change(Math.expm1(sign(judgement) * change.logRatio()));
  }

  /** The interval of the change of the value: {@code +12.6 … +16.1}. */
  public static String interval(Judgement judgement, Change change) {
    boolean up = sign(judgement) > 0;
    double low = up ? change.interval().lower() : -change.interval().upper();
    double high = up ? change.interval().upper() : -change.interval().lower();
    return Figures.signedNumber(Math.expm1(low)) + " … " + Figures.signedNumber(Math.expm1(high));
  }

  /** The whole rule: {@code 3 % and 0.5 ns/op}, both of which must be passed. */
  public static String limit(Rule rule, Metric metric) {
    String percent = Figures.percent(rule.threshold());
    return rule.floor() > 0
        ? percent + " and " + Figures.quantity(rule.floor(), metric.unit())
        : percent;
  }

  /** The limit as it bites here: the floor is only told where it is the larger of the two. */
  public static String limit(Judgement judgement) {
    Rule rule = judgement.rule();
    boolean floorBites =
        judgement
            .change()
            .filter(c -> Math.abs(c.baseline().center()) * rule.threshold() < rule.floor())
            .isPresent();
    return floorBites
        ? Figures.quantity(rule.floor(), judgement.metric().unit())
        : Figures.percent(rule.threshold());
  }

  /** How far a level may be off: {@code ±0.4 %}; {@code one fork} where nobody knows. */
  public static String error(Level level) {
    double half = Math.expm1(level.interval().upper());
    return Double.isInfinite(half)
        ? "one fork"
        : "±" + Figures.signedNumber(half).substring(1) + " %";
  }

  private static double sign(Judgement judgement) {
    return judgement.metric().direction().worsening(1);
  }
}
