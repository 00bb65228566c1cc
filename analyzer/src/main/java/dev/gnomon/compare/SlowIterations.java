package dev.gnomon.compare;

import dev.gnomon.stats.Caveat;
import dev.gnomon.stats.Estimate;
import dev.gnomon.stats.Sample;
import dev.gnomon.stats.Welch;
import dev.gnomon.unit.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Looks where the value of a fork is blind: that value is taken from its faster iterations, so a
 * slow path that hits only some of them does not move it, but moves their mean.
 */
public final class SlowIterations {

  /** The mean is noisy, and this is a doubt of many benchmarks, so it has to be all but certain. */
  private static final double LEVEL = 0.001;

  private static final int FEWEST_PAIRS = 3;

  private SlowIterations() {}

  /**
   * A doubt where the mean of all iterations got worse beyond the limit and the change did not.
   *
   * @param change the change by the gate's value of a fork
   * @param limit what matters, on the log scale
   */
  public static Optional<Caveat> doubt(
      Observed candidate, List<Observed> baseline, Change change, double limit) {
    ForkValues means = ForkValues.of(TimeMetric.MEAN.metric(), candidate, baseline);
    if (!means.comparable() || change.logRatio() > limit) {
      return Optional.empty();
    }
    return doubt(
        Welch.difference(logs(means.candidate()), logs(means.pooledBaseline())), change, limit);
  }

  /** The same for forks that ran in pairs, of which it takes three to say anything. */
  public static Optional<Caveat> doubtOfPairs(
      Observed candidate, Observed baseline, Change change, double limit) {
    ForkValues means = ForkValues.paired(TimeMetric.MEAN.metric(), candidate, baseline);
    int pairs = means.candidate().size();
    if (pairs < FEWEST_PAIRS || change.logRatio() > limit) {
      return Optional.empty();
    }
    List<Double> before = means.pooledBaseline();
    List<Double> ratios = new ArrayList<>();
    for (int i = 0; i < pairs; i++) {
      ratios.add(log(means.candidate().get(i)) - log(before.get(i)));
    }
    Sample sample = Sample.of(ratios);
    double error = sample.standardDeviation() / Math.sqrt(pairs);
    return doubt(new Estimate(sample.mean(), error, pairs - 1.0), change, limit);
  }

  private static Optional<Caveat> doubt(Estimate means, Change change, double limit) {
    boolean hidden = means.value() > limit && means.pAbove(change.logRatio()) < LEVEL;
    return hidden
        ? Optional.of(
            new Caveat(
                "slow-iterations",
                "Some iterations got slower: the mean of all is %s, while the faster half is %s. A rule for the metric time.mean would judge this."
                    .formatted(
                        Figures.change(Math.expm1(means.value())),
                        Figures.change(change.relative()))))
        : Optional.empty();
  }

  private static Sample logs(List<Double> values) {
    return Sample.of(values).map(SlowIterations::log);
  }

  private static double log(double value) {
    return Math.log(Math.max(value, Changes.SMALLEST_VALUE));
  }
}
