package dev.gnomon.report.text;

import dev.gnomon.evaluation.Drift;
import dev.gnomon.gate.Judgement;
import dev.gnomon.gate.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Drift from a release in words, the same in every output; none of them is escaped for markup. */
public final class DriftText {
  private static final int LONGEST = 300;

  private DriftText() {}

  /** {@code since release-1.4}. */
  public static String since(Drift drift) {
    return "since " + Visible.line(drift.against(), 80);
  }

  /**
   * {@code 1 of 12 results worse beyond its limit, 2 better, 8 within their limits, 1 undecided},
   * or why nothing could be judged.
   */
  public static String counts(Drift drift) {
    if (!drift.judged()) {
      return "not judged: " + choice(drift);
    }
    long worse = drift.beyond().size();
    List<String> parts = new ArrayList<>();
    parts.add(
        "%s of %s beyond %s limit"
            .formatted(
                worse == 0 ? "none" : Long.toString(worse),
                Wording.count(drift.judgements().size(), "result"),
                worse == 1 ? "its" : "the"));
    add(parts, drift, Verdict.IMPROVED, "better");
    add(parts, drift, Verdict.UNCHANGED, "within the limit");
    add(parts, drift, Verdict.INCONCLUSIVE, "undecided");
    return String.join(", ", parts);
  }

  private static void add(List<String> parts, Drift drift, Verdict verdict, String word) {
    long n = drift.judgements().stream().filter(j -> j.verdict() == verdict).count();
    if (n > 0) {
      parts.add(n + " " + word);
    }
  }

  /** Which runs of the release were compared, or why there are none. */
  public static String choice(Drift drift) {
    return Visible.line(drift.choice(), LONGEST);
  }

  /**
   * How far one result drifted, {@code +4.2 %}; with a word where that is beyond its limit. Empty
   * where the release has nothing to compare it with.
   */
  public static String of(Drift drift, Judgement judgement) {
    return drift.judgements().stream()
        .filter(j -> j.id().equals(judgement.id()) && j.metric().equals(judgement.metric()))
        .findFirst()
        .flatMap(DriftText::figure)
        .orElse("");
  }

  private static Optional<String> figure(Judgement drifted) {
    String word =
        switch (drifted.verdict()) {
          case REGRESSED, IMPROVED, INCONCLUSIVE ->
              " " + Wording.word(drifted).toLowerCase(Locale.ROOT);
          case SUSPECT, FAILED, MISSING, INCOMPARABLE, ENVIRONMENT, NEW, UNCHANGED -> "";
        };
    return drifted.change().map(change -> Facts.change(drifted, change) + word);
  }
}
