package dev.gnomon.stats;

import java.util.List;

/** The difference of two means whose variances need not agree. Welch, doi 10.2307/2332510. */
public final class Welch {
  private Welch() {}

  /**
   * Mean of the candidate minus mean of the baseline.
   *
   * @return the difference; its error is infinite where a side has a single value, and zero where
   *     both sides are constant
   */
  public static Estimate difference(Sample candidate, Sample baseline) {
    double value = candidate.mean() - baseline.mean();
    if (candidate.size() < 2 || baseline.size() < 2) {
      return Estimate.ofUnknownError(value);
    }
    List<MeanSquare> parts = List.of(part(candidate), part(baseline));
    return new Estimate(
        value, Math.sqrt(MeanSquare.sum(parts)), MeanSquare.degreesOfFreedom(parts));
  }

  private static MeanSquare part(Sample sample) {
    return new MeanSquare(1.0 / sample.size(), sample.variance(), sample.size() - 1);
  }
}
