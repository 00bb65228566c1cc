package dev.gnomon.compare;

import dev.gnomon.stats.ConfidenceInterval;
import dev.gnomon.stats.Permutation;
import dev.gnomon.stats.Power;
import dev.gnomon.stats.Sample;
import dev.gnomon.unit.Direction;
import java.util.List;

/**
 * A change of a quantity that is close to deterministic, such as bytes allocated per operation: the
 * ranges of the two sides are compared, not their means. It serves as well where values may be zero
 * or negative and have no logs.
 *
 * <p>The interval is the whole range of ratios between any two forks, so it lies beyond a limit
 * exactly where the ranges are disjoint by more than that limit.
 */
public final class ExactChange {

  /** In ratios a value below this counts as this much, so that a step from zero has a size. */
  private static final double SMALLEST_IN_RATIOS = 1;

  private ExactChange() {}

  /**
   * Compares ranges.
   *
   * @param values at least one value on each side
   * @param direction which way is better
   * @param tolerance what matters
   */
  public static Change between(ForkValues values, Direction direction, Tolerance tolerance) {
    Sample candidate = Sample.of(values.candidate());
    Sample baseline = Sample.of(values.baseline().stream().flatMap(List::stream).toList());
    Sample worse = candidate.map(direction::worsening);
    Sample base = baseline.map(direction::worsening);
    double limit = limit(candidate.median(), baseline.median(), tolerance);
    ConfidenceInterval range = range(candidate, baseline, direction);
    return new Change(
        new Side(values.baseline(), baseline.median(), relativeSpread(baseline)),
        new Side(List.of(values.candidate()), candidate.median(), relativeSpread(candidate)),
        direction.worsening(log(candidate.median()) - log(baseline.median())),
        range,
        new Evidence(
            probability(worse, base),
            probability(base, worse),
            0,
            Double.POSITIVE_INFINITY,
            Math.expm1(limit + (range.upper() - range.lower()) / 2),
            Power.FEWEST_FORKS),
        values.caveats());
  }

  /** The limit on the log scale; both the relative and the absolute one must be passed. */
  public static double limit(double candidate, double baseline, Tolerance tolerance) {
    return tolerance.limit(
        Math.max(SMALLEST_IN_RATIOS, Math.min(Math.abs(candidate), Math.abs(baseline))));
  }

  private static ConfidenceInterval range(Sample candidate, Sample baseline, Direction direction) {
    double least = direction.worsening(log(candidate.min()) - log(baseline.max()));
    double most = direction.worsening(log(candidate.max()) - log(baseline.min()));
    return new ConfidenceInterval(
        Math.min(least, most), Math.max(least, most), Changes.EQUIVALENCE_LEVEL);
  }

  /** Chance of so complete a separation when nothing differs; 1 where the ranges overlap. */
  private static double probability(Sample above, Sample below) {
    if (above.min() <= below.max()) {
      return 1;
    }
    return Permutation.feasible(above.size(), below.size())
        ? Permutation.pGreater(above, below)
        : 1.0 / Permutation.MOST_ARRANGEMENTS;
  }

  private static double log(double value) {
    return Math.log(Math.max(value, SMALLEST_IN_RATIOS));
  }

  private static double relativeSpread(Sample sample) {
    return sample.standardDeviation() / Math.max(SMALLEST_IN_RATIOS, Math.abs(sample.median()));
  }
}
