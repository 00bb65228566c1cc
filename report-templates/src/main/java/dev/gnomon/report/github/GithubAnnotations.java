package dev.gnomon.report.github;

import dev.gnomon.evaluation.Evaluation;
import dev.gnomon.gate.GateDecision.Outcome;
import dev.gnomon.gate.Judgement;
import dev.gnomon.gate.Judgement.Effect;
import dev.gnomon.report.text.Headline;
import dev.gnomon.report.text.Labels;
import dev.gnomon.report.text.Visible;
import dev.gnomon.report.text.Wording;
import java.util.ArrayList;
import java.util.List;

/** Workflow commands that GitHub Actions turns into annotations when they are printed. */
public final class GithubAnnotations {
  private static final int MOST = 10;
  private static final int LONGEST = 1000;

  private GithubAnnotations() {}

  /** At most ten lines, worst first, each a command of its own to print as it is. */
  public static List<String> lines(Evaluation evaluation) {
    Labels labels = Labels.of(evaluation);
    List<String> lines = new ArrayList<>();
    List<Judgement> failing = of(evaluation, Effect.FAILS);
    List<Judgement> all = new ArrayList<>(failing);
    all.addAll(of(evaluation, Effect.WARNS));
    if (evaluation.decision().outcome() != Outcome.PASSED && failing.isEmpty()) {
      lines.add(
          command(
              "error",
              "Performance: " + Headline.outcome(evaluation),
              evaluation.decision().sentence()));
    }
    boolean tooMany = lines.size() + all.size() > MOST;
    int shown = tooMany ? MOST - 1 - lines.size() : all.size();
    all.stream().limit(shown).forEach(j -> lines.add(line(j, labels)));
    if (tooMany) {
      lines.add(
          command(
              failing.size() > shown ? "error" : "warning",
              "Performance",
              "%s more; the report has them all"
                  .formatted(Wording.count(all.size() - shown, "benchmark"))));
    }
    return lines;
  }

  private static List<Judgement> of(Evaluation evaluation, Effect effect) {
    return evaluation.judgements().stream().filter(j -> j.effect() == effect).toList();
  }

  private static String line(Judgement judgement, Labels labels) {
    return command(
        judgement.effect() == Effect.FAILS ? "error" : "warning",
        Wording.word(judgement) + " " + labels.of(judgement.id()),
        judgement.reason());
  }

  private static String command(String level, String title, String message) {
    return "::"
        + level
        + " title="
        + data(title).replace(":", "%3A").replace(",", "%2C")
        + "::"
        + data(message);
  }

  /** The runner reads a percent sign as the start of an escape and a line break as the end. */
  private static String data(String text) {
    return Visible.line(text, LONGEST).replace("%", "%25");
  }
}
