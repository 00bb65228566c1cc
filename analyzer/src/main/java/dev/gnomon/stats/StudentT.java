package dev.gnomon.stats;

import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * Student's t distribution, the normal one where the degrees of freedom are infinite or so many
 * that the two agree.
 */
final class StudentT {
  private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);

  /** Beyond this the two distributions differ by less than 1e-9 everywhere. */
  private static final double AS_GOOD_AS_NORMAL = 1e9;

  private StudentT() {}

  /** Probability of a value above {@code t}. */
  static double above(double t, double degreesOfFreedom) {
    // The lower tail at -t keeps small probabilities exact where 1 - P would round them away.
    return degreesOfFreedom > AS_GOOD_AS_NORMAL
        ? NORMAL.cumulativeProbability(-t)
        : new TDistribution(null, degreesOfFreedom).cumulativeProbability(-t);
  }

  /** The value that is exceeded with probability {@code 1 - probability}. */
  static double quantile(double probability, double degreesOfFreedom) {
    return degreesOfFreedom > AS_GOOD_AS_NORMAL
        ? NORMAL.inverseCumulativeProbability(probability)
        : new TDistribution(null, degreesOfFreedom).inverseCumulativeProbability(probability);
  }
}
