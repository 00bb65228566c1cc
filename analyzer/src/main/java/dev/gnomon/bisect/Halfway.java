package dev.gnomon.bisect;

import dev.gnomon.stats.HodgesLehmann;
import dev.gnomon.stats.Sample;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/**
 * Tells from pairs of forks, one of the good end and one of a commit, which end the commit is like:
 * its change lies on the near or on the far side of half the change between the ends. Judged by the
 * exact interval of Hodges and Lehmann's shift at fixed numbers of pairs, so that looking more
 * often does not make a wrong answer likelier than the level allows at each look.
 *
 * @param change logarithm of the cost ratio bad / good; not 0
 */
public record Halfway(double change) {
  /** Confidence of a look; a search takes some ten answers. */
  public static final double LEVEL = 0.99;

  /** Eight pairs are the fewest whose exact interval of this level is finite. */
  private static final int[] LOOKS = {8, 12, 20, 30};

  /** Whether, at some look, the ends themselves were found to differ. */
  public static boolean differ(List<Double> logRatios) {
    return Arrays.stream(LOOKS)
        .filter(look -> look <= logRatios.size())
        .anyMatch(look -> outside(shift(logRatios.subList(0, look)), 0));
  }

  /**
   * How many pairs there should be before the next look.
   *
   * @return empty after the last look
   */
  public static OptionalInt nextLook(int pairs) {
    return Arrays.stream(LOOKS).filter(look -> look > pairs).findFirst();
  }

  /**
   * The change that pairs show.
   *
   * @param logRatios of each pair in their order, at least one
   */
  public static HodgesLehmann.Shift shift(List<Double> logRatios) {
    return HodgesLehmann.of(Sample.of(logRatios), LEVEL);
  }

  /**
   * Which end a commit is like.
   *
   * @param logRatios commit / good end of each pair in their order
   * @return {@link Resemblance#UNKNOWN} where no look so far tells it
   */
  public Resemblance of(List<Double> logRatios) {
    for (int look : LOOKS) {
      if (look <= logRatios.size()) {
        HodgesLehmann.Shift shift = shift(logRatios.subList(0, look));
        if (outside(shift, change / 2)) {
          boolean far = Math.signum(change) * (shift.value() - change / 2) > 0;
          return far ? Resemblance.BAD : Resemblance.GOOD;
        }
      }
    }
    return Resemblance.UNKNOWN;
  }

  private static boolean outside(HodgesLehmann.Shift shift, double value) {
    return value < shift.interval().lower() || value > shift.interval().upper();
  }
}
