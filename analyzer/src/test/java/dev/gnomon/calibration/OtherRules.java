package dev.gnomon.calibration;

import dev.gnomon.stats.Estimate;
import dev.gnomon.stats.MannWhitney;
import dev.gnomon.stats.Sample;
import dev.gnomon.stats.Welch;

/** Rules that are in common use, all asked whether the candidate is slower. */
enum OtherRules {
  /** Welch's test on all iterations of all forks, one-sided at .05. */
  POOLED_WELCH,
  /** The Mann–Whitney test on all iterations of all forks, one-sided at .05. */
  POOLED_MANN_WHITNEY,
  /** JMH's own 99.9 % intervals, from pooled iterations, do not touch. */
  DISJOINT_INTERVALS,
  /** The mean is more than so much higher. */
  FIXED_5,
  FIXED_10,
  FIXED_200;

  private static final int ITERATIONS = 20;

  boolean slower(Draw draw) {
    Sample baseline = Sample.of(draw.pooledBaseline(ITERATIONS));
    Sample candidate = Sample.of(draw.pooledCandidate(ITERATIONS));
    double ratio = candidate.mean() / baseline.mean();
    return switch (this) {
      case POOLED_WELCH -> Welch.difference(candidate, baseline).pAbove(0) < 0.05;
      case POOLED_MANN_WHITNEY -> MannWhitney.pGreater(candidate, baseline) < 0.05;
      case DISJOINT_INTERVALS ->
          mean(candidate).interval(0.999).lower() > mean(baseline).interval(0.999).upper();
      case FIXED_5 -> ratio > 1.05;
      case FIXED_10 -> ratio > 1.10;
      // "Alert at 200 %" of the popular CI action: twice as slow.
      case FIXED_200 -> ratio > 2;
    };
  }

  private static Estimate mean(Sample sample) {
    return new Estimate(
        sample.mean(), sample.standardDeviation() / Math.sqrt(sample.size()), sample.size() - 1);
  }
}
