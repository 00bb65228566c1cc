package dev.gnomon.calibration;

import dev.gnomon.stats.Sample;
import dev.gnomon.stats.SignedRank;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/**
 * How often pairs of neighbouring forks are called slower, by the one-sided signed-rank test at
 * .01. Of each pair chance makes one the candidate, so identical code is as often faster as slower.
 */
final class PairPower {
  private static final double LEVEL = 0.01;
  private static final int TRIALS = 1000;

  private final List<ContendedFork> forks;
  private final Random random;

  PairPower(List<ContendedFork> forks, Random random) {
    this.forks = forks;
    this.random = random;
  }

  /** Share of trials with so many pairs in which the candidate is called slower. */
  double called(
      int pairs,
      ToDoubleFunction<ContendedFork> baseline,
      ToDoubleFunction<ContendedFork> candidate) {
    double[] before = forks.stream().mapToDouble(baseline).map(Math::log).toArray();
    double[] after = forks.stream().mapToDouble(candidate).map(Math::log).toArray();
    int neighbours = forks.size() - 1;
    int used = Math.min(pairs, neighbours);
    Share called = new Share();
    for (int trial = 0; trial < TRIALS; trial++) {
      double[] ratios = new double[used];
      int[] chosen = new Suite(neighbours, used).members(random);
      for (int i = 0; i < used; i++) {
        int first = chosen[i];
        ratios[i] =
            random.nextBoolean()
                ? after[first + 1] - before[first]
                : after[first] - before[first + 1];
      }
      called.add(SignedRank.pGreater(Sample.of(ratios)) <= LEVEL);
    }
    return called.value();
  }

  /** Between-fork standard deviation of the logs. */
  double spread(ToDoubleFunction<ContendedFork> value) {
    return Sample.of(forks.stream().mapToDouble(value).map(Math::log).toArray())
        .standardDeviation();
  }
}
