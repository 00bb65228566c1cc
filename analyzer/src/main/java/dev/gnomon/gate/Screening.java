package dev.gnomon.gate;

import dev.gnomon.compare.Change;
import dev.gnomon.model.Metric;
import java.util.Comparator;
import java.util.List;

/**
 * Chooses what is worth fresh forks of both sides. A screen is generous: it only has to miss
 * little, since what it flags is confirmed before anything is called a regression.
 */
public final class Screening {

  /** A worsening this unlikely by chance alone, unadjusted, is looked at again. */
  public static final double FLAG_LEVEL = 0.10;

  private Screening() {}

  /**
   * Whether a change is worth confirming: p below {@link #FLAG_LEVEL} and more than half the limit.
   *
   * @param change the estimate
   * @param limit what matters, on the log scale
   */
  public static boolean suspicious(Change change, double limit) {
    return !Verdicts.tooFewForks(change)
        && change.evidence().pWorse() < FLAG_LEVEL
        && change.logRatio() > limit / 2;
  }

  /**
   * What to confirm, in the order in which time should go to it: suspects that may fail the build,
   * worst first, then what nobody could decide.
   */
  public static List<Judgement> flagged(List<Judgement> judgements) {
    return judgements.stream()
        .filter(j -> j.metric().equals(Metric.TIME) && j.change().isPresent())
        .filter(j -> suspicious(j) || j.verdict() == Verdict.INCONCLUSIVE)
        .sorted(
            Comparator.comparing((Judgement j) -> !suspicious(j))
                .thenComparing(j -> -j.change().orElseThrow().logRatio())
                .thenComparing(Judgement::id))
        .toList();
  }

  /** The suspects alone, in the same order. */
  public static List<Judgement> suspects(List<Judgement> judgements) {
    return flagged(judgements).stream().filter(Screening::suspicious).toList();
  }

  private static boolean suspicious(Judgement judgement) {
    return switch (judgement.verdict()) {
      case REGRESSED, SUSPECT -> true;
      case INCONCLUSIVE, UNCHANGED ->
          suspicious(judgement.change().orElseThrow(), Math.log1p(judgement.rule().threshold()));
      case FAILED, MISSING, INCOMPARABLE, ENVIRONMENT, NEW, IMPROVED -> false;
    };
  }
}
