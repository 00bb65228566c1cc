package dev.gnomon.report.text;

import dev.gnomon.gate.Judgement;
import dev.gnomon.gate.Judgement.Effect;
import dev.gnomon.gate.Verdict;
import dev.gnomon.model.Metric;
import java.time.Duration;

/** What verdicts and their effects are called; the names of the enums stay in the JSON. */
public final class Wording {
  private Wording() {}

  /** The verdict in capitals: {@code SLOWER}, {@code CAN'T TELL}. */
  public static String word(Judgement judgement) {
    return word(judgement.verdict(), judgement.metric());
  }

  /** The verdict on a metric in capitals. */
  public static String word(Verdict verdict, Metric metric) {
    return switch (verdict) {
      case REGRESSED -> worse(metric);
      case SUSPECT -> "SUSPECT";
      case FAILED -> "NO RESULT";
      case MISSING -> "MISSING";
      case INCOMPARABLE -> "NOT COMPARED";
      case INCONCLUSIVE -> "CAN'T TELL";
      case ENVIRONMENT -> "THE MACHINE";
      case NEW -> "NEW";
      case IMPROVED -> better(metric);
      case UNCHANGED -> "NO CHANGE";
    };
  }

  /** A sign that tells the verdict without colour. */
  public static String icon(Verdict verdict) {
    return switch (verdict) {
      case REGRESSED -> "▲";
      case SUSPECT -> "△";
      case FAILED -> "✕";
      case MISSING -> "∅";
      case INCOMPARABLE -> "≠";
      case INCONCLUSIVE -> "?";
      case ENVIRONMENT -> "≈";
      case NEW -> "+";
      case IMPROVED -> "▼";
      case UNCHANGED -> "=";
    };
  }

  /** What it does to the build: {@code fails}, {@code warns}, {@code accepted} or nothing. */
  public static String effect(Effect effect) {
    return switch (effect) {
      case FAILS -> "fails";
      case ACCEPTED -> "accepted";
      case WARNS -> "warns";
      case PASSES -> "";
    };
  }

  /** What a metric is called: {@code time}, {@code allocation}, or its own name. */
  public static String metric(Metric metric) {
    if (isTime(metric)) {
      return "time";
    }
    return isAllocation(metric) ? "allocation" : Visible.line(metric.name(), 40);
  }

  /** Whether it is JMH's own score. */
  public static boolean isTime(Metric metric) {
    return metric.name().equals(Metric.TIME.name());
  }

  /** {@code 1 benchmark}, {@code 12 benchmarks}. */
  public static String count(long n, String what) {
    return n + " " + what + (n == 1 ? "" : "s");
  }

  /** {@code 48 s}, {@code 3 min 12 s}, {@code 1 h 5 min}. */
  public static String time(Duration duration) {
    long seconds = Math.max(0, Math.round(duration.toMillis() / 1000.0));
    if (seconds < 60) {
      return duration.toMillis() > 0 && seconds == 0 ? "below 1 s" : seconds + " s";
    }
    return seconds < 3600
        ? seconds / 60 + " min " + seconds % 60 + " s"
        : seconds / 3600 + " h " + seconds % 3600 / 60 + " min";
  }

  private static boolean isAllocation(Metric metric) {
    return metric.name().equals(Metric.ALLOCATION.name());
  }

  private static String worse(Metric metric) {
    return isTime(metric) ? "SLOWER" : isAllocation(metric) ? "HEAVIER" : "WORSE";
  }

  private static String better(Metric metric) {
    return isTime(metric) ? "FASTER" : isAllocation(metric) ? "LIGHTER" : "BETTER";
  }
}
