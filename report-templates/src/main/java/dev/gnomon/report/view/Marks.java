package dev.gnomon.report.view;

import dev.gnomon.gate.Judgement;
import dev.gnomon.gate.Verdict;
import dev.gnomon.report.text.Wording;
import java.util.Locale;

/** Verdicts as they are shown. */
final class Marks {
  private Marks() {}

  static MarkView of(Judgement judgement) {
    return new MarkView(
        Wording.icon(judgement.verdict()), Wording.word(judgement), tone(judgement.verdict()));
  }

  private static String tone(Verdict verdict) {
    return switch (verdict) {
      case REGRESSED, SUSPECT, FAILED, MISSING -> "worse";
      case IMPROVED -> "better";
      case INCONCLUSIVE, INCOMPARABLE, ENVIRONMENT -> "unsure";
      case NEW, UNCHANGED -> "neutral";
    };
  }

  /** {@code No change} of {@code NO CHANGE}, {@code Time} of {@code time}. */
  static String sentenceCase(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT)
        + word.substring(1).toLowerCase(Locale.ROOT);
  }
}
