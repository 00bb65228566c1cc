package dev.gnomon.compare;

import dev.gnomon.stats.Caveat;
import dev.gnomon.stats.Estimate;
import dev.gnomon.stats.HodgesLehmann;
import dev.gnomon.stats.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What is doubtful about one comparison. */
final class Doubts {

  static final Caveat BELOW_RESOLUTION =
      new Caveat(
          "below-resolution",
          "Some values are below %s of their unit, less than can be measured, and count as that much."
              .formatted(Changes.SMALLEST_VALUE));

  /** A gap this many times the spread within the groups on its sides parts two modes. */
  private static final double GAP = 8;

  private static final int FEWEST_IN_A_MODE = 2;

  private Doubts() {}

  static List<Caveat> about(Sample candidate, Sample baseline, Estimate estimate, double limit) {
    List<Caveat> caveats = new ArrayList<>();
    double robust = HodgesLehmann.shift(candidate, baseline);
    if (Math.abs(robust - estimate.value()) > limit / 2) {
      caveats.add(
          new Caveat(
              "outlying-forks",
              String.format(
                  Locale.ROOT,
                  "A few forks stand apart: the means differ by %+.1f %%, but forks typically by %+.1f %%.",
                  100 * Math.expm1(estimate.value()),
                  100 * Math.expm1(robust))));
    }
    if (twoModes(baseline, limit)) {
      caveats.add(modes("baseline"));
    }
    if (twoModes(candidate, limit)) {
      caveats.add(modes("candidate"));
    }
    return caveats;
  }

  private static Caveat modes(String side) {
    return new Caveat(
        "two-modes",
        "The forks of the "
            + side
            + " fall into two groups, as if the JIT compiled it in two ways.");
  }

  /** Whether one gap parts the values into two groups that are much tighter than the gap. */
  private static boolean twoModes(Sample logs, double limit) {
    double[] sorted = logs.sorted();
    int widest = FEWEST_IN_A_MODE;
    for (int i = FEWEST_IN_A_MODE; i <= sorted.length - FEWEST_IN_A_MODE; i++) {
      if (sorted[i] - sorted[i - 1] > sorted[widest] - sorted[widest - 1]) {
        widest = i;
      }
    }
    if (sorted.length < 3 * FEWEST_IN_A_MODE) {
      return false;
    }
    double gap = sorted[widest] - sorted[widest - 1];
    double below = sorted[widest - 1] - sorted[0];
    double above = sorted[sorted.length - 1] - sorted[widest];
    return gap > limit && gap > GAP * Math.max(below / widest, above / (sorted.length - widest));
  }
}
