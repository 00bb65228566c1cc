package dev.gnomon.demo;

import dev.gnomon.demo.Evaluation.Judgement;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/**
 * What {@code before-merge} answered.
 *
 * @param exitCode of the build, 0 for success
 * @param took the whole build
 * @param evaluation what the goal wrote
 */
record Answer(int exitCode, Duration took, Evaluation evaluation) {

  boolean red() {
    return exitCode != 0;
  }

  boolean finds(String benchmark) {
    return evaluation.judgements().stream()
        .anyMatch(
            judgement ->
                judgement.benchmark().equals(benchmark) && judgement.verdict().equals("REGRESSED"));
  }

  boolean measuredNothing() {
    return evaluation.judgements().stream().noneMatch(Judgement::measured);
  }

  void print(PrintStream out, String title) {
    out.printf(
        Locale.ROOT,
        "%s: %s after %d min %d s%n",
        title,
        evaluation.decision(),
        took.toMinutes(),
        took.toSecondsPart());
    for (Judgement judgement : evaluation.judgements()) {
      out.printf(
          Locale.ROOT,
          "  %-38s %-20s %-12s %s%s%n",
          judgement.shortName(),
          judgement.metric(),
          judgement.verdict(),
          spread(judgement),
          judgement.reason());
    }
  }

  private static String spread(Judgement judgement) {
    return judgement.measured()
        ? String.format(Locale.ROOT, "forks differ by %.1f %%, ", 100 * judgement.spread())
        : "";
  }
}
