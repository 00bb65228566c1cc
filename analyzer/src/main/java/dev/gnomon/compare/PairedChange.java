package dev.gnomon.compare;

import dev.gnomon.stats.Estimate;
import dev.gnomon.stats.HodgesLehmann;
import dev.gnomon.stats.Power;
import dev.gnomon.stats.Sample;
import dev.gnomon.stats.SignedRank;
import dev.gnomon.unit.Direction;
import java.util.ArrayList;
import java.util.List;

/**
 * A change estimated from pairs of neighbouring forks, one of each side. What both forks of a pair
 * suffered alike cancels, and the signed ranks of the log ratios bear any outlier; the p values are
 * exact however few the pairs.
 */
public final class PairedChange {
  private PairedChange() {}

  /**
   * Estimates a change.
   *
   * @param baseline the baseline's value in each pair, at least one, above 0 after flooring
   * @param candidate the candidate's value in the same pairs
   * @param direction which way is better
   * @param tolerance what matters
   * @throws IllegalArgumentException if the sides have different numbers of values
   */
  public static Change between(
      List<Double> baseline, List<Double> candidate, Direction direction, Tolerance tolerance) {
    Sample ratios = logRatios(baseline, candidate, direction);
    HodgesLehmann.Shift shift = HodgesLehmann.of(ratios, Changes.EQUIVALENCE_LEVEL);
    Side before = side(baseline);
    Side after = side(candidate);
    double limit = tolerance.limit(Math.min(before.center(), after.center()));
    double spread = Math.max(StoredDifference.SMALLEST_SPREAD, spread(ratios));
    double error = ratios.size() < 2 ? Double.POSITIVE_INFINITY : spread / root(ratios);
    double degrees = Math.max(1, ratios.size() - 1);
    Estimate estimate = new Estimate(shift.value(), error, degrees);
    return new Change(
        before,
        after,
        shift.value(),
        shift.interval(),
        new Evidence(
            SignedRank.pGreater(ratios),
            SignedRank.pLess(ratios),
            error,
            degrees,
            Math.expm1(Power.minimumDetectable(estimate, tolerance.alpha(), limit)),
            Power.perSide(spread / Math.sqrt(2), limit, tolerance.alpha())),
        List.of());
  }

  private static double root(Sample sample) {
    return Math.sqrt(sample.size());
  }

  /** Standard deviation of the ratios, bearing outliers: 1.4826 times the median deviation. */
  private static double spread(Sample ratios) {
    double middle = ratios.median();
    return 1.4826 * ratios.map(ratio -> Math.abs(ratio - middle)).median();
  }

  private static Sample logRatios(
      List<Double> baseline, List<Double> candidate, Direction direction) {
    if (baseline.size() != candidate.size()) {
      throw new IllegalArgumentException(
          "%d baseline and %d candidate values, expected pairs"
              .formatted(baseline.size(), candidate.size()));
    }
    List<Double> ratios = new ArrayList<>();
    for (int i = 0; i < baseline.size(); i++) {
      ratios.add(direction.worsening(log(candidate.get(i)) - log(baseline.get(i))));
    }
    return Sample.of(ratios);
  }

  private static Side side(List<Double> values) {
    Sample logs = Sample.of(values.stream().map(PairedChange::log).toList());
    return new Side(List.of(values), Math.exp(logs.mean()), logs.standardDeviation());
  }

  private static double log(double value) {
    return Math.log(Math.max(value, Changes.SMALLEST_VALUE));
  }
}
