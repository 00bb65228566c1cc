package dev.gnomon.compare;

import dev.gnomon.stats.Estimate;
import dev.gnomon.stats.MeanSquare;
import dev.gnomon.stats.Sample;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.distribution.FDistribution;

/**
 * How far a candidate lies above a stored baseline of one or more runs, all on the log scale.
 *
 * <p>Two things make runs of one code differ: forks within a run (s²) and runs as a whole (τ²).
 * With n candidate forks and N baseline forks in R runs
 *
 * <pre>SE² = s̃²(1/n + 1/N) + τ²(1 + 1/R)</pre>
 *
 * where each side's s̃² borrows from the other's history, R counts runs by their weight, and the
 * degrees of freedom are Satterthwaite's. From six runs on, the interval in which the next run's
 * mean is to be expected is used instead where it is wider.
 */
final class StoredDifference {

  /** Nothing on a computer repeats better than a tenth of a percent from JVM to JVM. */
  static final double SMALLEST_SPREAD = 0.001;

  /** History never counts for more degrees of freedom than this beside a side's own. */
  private static final int MOST_BORROWED = 8;

  /** A side whose variance differs from its history by chance only this rarely borrows nothing. */
  private static final double UNLIKE_HISTORY = 0.01;

  /** Degrees of freedom that the assumed spread between runs counts for beside the observed. */
  private static final int PRIOR_RUNS = 4;

  private static final int RUNS_TO_PREDICT = 6;
  private static final double WIDTH_LEVEL = 0.90;

  private final Sample candidate;
  private final List<Sample> runs;
  private final double runFloor;
  private final Sample pooled;
  private final double effectiveRuns;

  private StoredDifference(Sample candidate, List<Sample> runs, double runFloor) {
    this.candidate = candidate;
    this.runs = runs;
    this.runFloor = runFloor;
    this.pooled =
        Sample.of(runs.stream().flatMapToDouble(r -> Arrays.stream(r.values())).toArray());
    double squares = runs.stream().mapToDouble(r -> (double) r.size() * r.size()).sum();
    this.effectiveRuns = (double) pooled.size() * pooled.size() / squares;
  }

  /**
   * Candidate mean minus baseline mean.
   *
   * @param candidate logs of the candidate's fork values
   * @param runs logs of the baseline's fork values by run, at least one run
   * @param runFloor smallest standard deviation between runs to be assumed
   */
  static Estimate of(Sample candidate, List<Sample> runs, double runFloor) {
    StoredDifference difference = new StoredDifference(candidate, runs, runFloor);
    Estimate byComponents = difference.byComponents();
    if (runs.size() < RUNS_TO_PREDICT) {
      return byComponents;
    }
    Estimate predicted = difference.predicted();
    return width(predicted) > width(byComponents) ? predicted : byComponents;
  }

  private static double width(Estimate estimate) {
    return estimate.interval(WIDTH_LEVEL).upper() - estimate.value();
  }

  private Estimate byComponents() {
    double value = candidate.mean() - pooled.mean();
    List<MeanSquare> parts = new ArrayList<>(withinRuns());
    if (parts.isEmpty()) {
      return Estimate.ofUnknownError(value);
    }
    parts.add(betweenRuns());
    return new Estimate(
        value, Math.sqrt(MeanSquare.sum(parts)), MeanSquare.degreesOfFreedom(parts));
  }

  private Estimate predicted() {
    double[] means = runs.stream().mapToDouble(Sample::mean).toArray();
    Sample sample = Sample.of(means);
    double spread = Math.max(sample.standardDeviation(), SMALLEST_SPREAD);
    return new Estimate(
        candidate.mean() - sample.mean(),
        spread * Math.sqrt(1 + 1.0 / means.length),
        means.length - 1);
  }

  /** The candidate's and the baseline's own variance, each with the weight it has in SE². */
  private List<MeanSquare> withinRuns() {
    int own = candidate.size() - 1;
    int history = pooled.size() - runs.size();
    if (own + history == 0) {
      return List.of();
    }
    double candidateVariance = floored(own == 0 ? 0 : candidate.variance());
    double historyVariance = floored(history == 0 ? 0 : withinSquares() / history);
    boolean alike = alike(candidateVariance, own, historyVariance, history);
    double fromCandidate = ownShare(own, history, alike);
    double fromHistory = ownShare(history, own, alike);
    double perCandidate = 1.0 / candidate.size();
    double perBaseline = 1.0 / pooled.size();
    double weight = fromCandidate * perCandidate + (1 - fromHistory) * perBaseline;
    double historyWeight = (1 - fromCandidate) * perCandidate + fromHistory * perBaseline;
    List<MeanSquare> parts = new ArrayList<>();
    if (own > 0) {
      parts.add(new MeanSquare(weight, candidateVariance, own));
    }
    if (history > 0) {
      parts.add(new MeanSquare(historyWeight, historyVariance, history));
    }
    return parts;
  }

  /** How much of a side's variance is its own; the rest is borrowed from the other side. */
  private static double ownShare(int own, int other, boolean alike) {
    if (own == 0 || other == 0) {
      return own == 0 ? 0 : 1;
    }
    return alike ? own / (own + (double) Math.min(other, MOST_BORROWED)) : 1;
  }

  private static boolean alike(double a, int dfA, double b, int dfB) {
    if (dfA == 0 || dfB == 0) {
      return true;
    }
    double larger = Math.max(a, b) / Math.min(a, b);
    FDistribution f = a > b ? new FDistribution(null, dfA, dfB) : new FDistribution(null, dfB, dfA);
    return 1 - f.cumulativeProbability(larger) > UNLIKE_HISTORY / 2;
  }

  private MeanSquare betweenRuns() {
    double floor = runFloor * runFloor;
    double weight = 1 + 1 / effectiveRuns;
    int degrees = runs.size() - 1;
    double observed = observedBetweenRuns();
    double moderated = (PRIOR_RUNS * floor + degrees * observed) / (PRIOR_RUNS + degrees);
    return moderated > floor
        ? new MeanSquare(weight, moderated, PRIOR_RUNS + degrees)
        : new MeanSquare(weight, floor, Double.POSITIVE_INFINITY);
  }

  /** Variance between runs beyond what forks within runs explain, by analysis of variance. */
  private double observedBetweenRuns() {
    int history = pooled.size() - runs.size();
    if (runs.size() < 2 || history == 0) {
      return 0;
    }
    double mean = pooled.mean();
    double squares = 0;
    double sizes = 0;
    for (Sample run : runs) {
      squares += run.size() * Math.pow(run.mean() - mean, 2);
      sizes += (double) run.size() * run.size();
    }
    double perRun = (pooled.size() - sizes / pooled.size()) / (runs.size() - 1);
    double within = floored(withinSquares() / history);
    return Math.max(0, (squares / (runs.size() - 1) - within) / perRun);
  }

  private double withinSquares() {
    return runs.stream()
        .filter(run -> run.size() > 1)
        .mapToDouble(run -> run.variance() * (run.size() - 1))
        .sum();
  }

  private static double floored(double variance) {
    return Math.max(variance, SMALLEST_SPREAD * SMALLEST_SPREAD);
  }
}
