package dev.gnomon.report.text;

import dev.gnomon.evaluation.Evaluation;
import dev.gnomon.evaluation.RunSummary;
import dev.gnomon.gate.Verdict;
import dev.gnomon.model.Revision;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** What was compared with what, in a few words. */
public final class Headline {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM", Locale.ROOT).withZone(ZoneOffset.UTC);

  private Headline() {}

  /** {@code PASSED}, {@code FAILED} or {@code COULD NOT JUDGE}. */
  public static String outcome(Evaluation evaluation) {
    return switch (evaluation.decision().outcome()) {
      case PASSED ->
          evaluation.judgements().stream()
                  .allMatch(j -> j.change().isEmpty() && j.verdict() != Verdict.UNCHANGED)
              ? "NOT JUDGED"
              : "PASSED";
      case FAILED -> "FAILED";
      case COULD_NOT_JUDGE -> "COULD NOT JUDGE";
    };
  }

  /**
   * {@code baseline main@3f2c1ab (10 runs since 14 Nov)}, {@code side by side with main@3f2c1ab},
   * or that there is none.
   */
  public static String baseline(Evaluation evaluation) {
    List<RunSummary> runs = evaluation.baseline();
    if (runs.isEmpty()) {
      return "no baseline";
    }
    RunSummary newest = runs.get(0);
    if (evaluation.interleaved()) {
      return "side by side with " + revision(newest.revision());
    }
    RunSummary oldest = runs.get(runs.size() - 1);
    String span =
        runs.size() == 1
            ? "1 run of " + DAY.format(newest.startedAt())
            : runs.size() + " runs since " + DAY.format(oldest.startedAt());
    return "baseline " + revision(newest.revision()) + " (" + span + ")";
  }

  /** A revision's short name, harmless to look at. */
  public static String revision(Revision revision) {
    return Visible.line(revision.label(), 80);
  }

  /** The module's name, harmless to look at. */
  public static String module(Evaluation evaluation) {
    return Visible.line(evaluation.candidate().origin().module(), 80);
  }
}
