package dev.gnomon.measure;

import dev.gnomon.model.Iteration;
import java.util.Arrays;
import java.util.List;

/**
 * Finds how long a benchmark warms up, from a pilot fork: until the JIT compilers are quiet and the
 * series has reached the level that it keeps. The answer carries a margin, because the compilers of
 * a later fork may be starved where the pilot's were not.
 *
 * @param quietShare compile time by wall time of an iteration below which the compilers are quiet
 * @param tolerance relative distance from the final level within which an iteration has arrived
 * @param steady iterations in a row that must be quiet and have arrived
 * @param margin factor on the length found
 */
public record WarmupRule(double quietShare, double tolerance, int steady, double margin) {

  /** Shortest warm-up: with less, even steady-looking benchmarks were recompiled afterwards. */
  public static final int LEAST = 20;

  /** Longest warm-up, and the length of a pilot. */
  public static final int MOST = 60;

  /** Fewest iterations from which anything is concluded, and of which the final level is made. */
  private static final int FEWEST = 10;

  /**
   * An iteration is judged by the middle one of so many around it: on a busy machine single ones
   * are off at any time, and what is still warming up is off for longer.
   */
  private static final int AROUND = 7;

  /** The rule that is used where nothing else is said. */
  public static final WarmupRule DEFAULT = new WarmupRule(0.05, 0.05, 8, 1.5);

  /**
   * How many iterations to warm up for.
   *
   * @param pilot iterations of the pilot from its very start, at least one
   * @return iterations of the pilot's length, from {@link #LEAST} to {@link #MOST}
   */
  public int warmup(List<Iteration> pilot) {
    int settled = settled(pilot);
    int withMargin = (int) Math.ceil(settled * margin);
    return Math.min(MOST, Math.max(LEAST, withMargin));
  }

  /** Whether the end of the series has been steady for long enough to stop the pilot. */
  public boolean arrived(List<Iteration> pilot) {
    return pilot.size() >= FEWEST + steady && settled(pilot) + 2 * steady <= pilot.size();
  }

  /** Index of the first iteration after which all are quiet and at the final level. */
  private int settled(List<Iteration> pilot) {
    double[] costs = smoothed(pilot.stream().mapToDouble(WarmupRule::cost).toArray());
    double[] compiling = smoothed(pilot.stream().mapToDouble(WarmupRule::compiling).toArray());
    double level = level(costs);
    int settled = costs.length;
    while (settled > 0 && calm(costs[settled - 1], compiling[settled - 1], level)) {
      settled--;
    }
    return settled;
  }

  private boolean calm(double cost, double compiling, double level) {
    return compiling <= quietShare && Math.abs(cost - level) <= tolerance * level;
  }

  /** Running medians; at the ends of as many as there are. */
  private static double[] smoothed(double[] values) {
    double[] smooth = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      int from = Math.max(0, i - AROUND / 2);
      int to = Math.min(values.length, i + AROUND / 2 + 1);
      smooth[i] = median(Arrays.copyOfRange(values, from, to));
    }
    return smooth;
  }

  /** The JVM counts compile time in whole milliseconds: two of them may be none. */
  private static final long CLOCK_STEP_NS = 2_000_000;

  /** Compile time by wall time; 0 where the length is not known. */
  private static double compiling(Iteration iteration) {
    long window = iteration.workers().windowNs();
    long jit = Math.max(0, iteration.background().jitNs() - CLOCK_STEP_NS);
    return window <= 0 ? 0 : (double) jit / window;
  }

  private static double level(double[] costs) {
    int tail = Math.max(1, Math.min(costs.length, Math.max(FEWEST, costs.length / 3)));
    return median(Arrays.copyOfRange(costs, costs.length - tail, costs.length));
  }

  /** The middle value, or the mean of the two; NaN of none. */
  private static double median(double[] values) {
    Arrays.sort(values);
    return Arrays.stream(values, (values.length - 1) / 2, values.length / 2 + 1)
        .average()
        .orElse(Double.NaN);
  }

  /** On-CPU time where it is known: the neighbours' load is not warm-up. */
  private static double cost(Iteration iteration) {
    boolean known = iteration.workers().onCpuMeasured() && iteration.ops() > 0;
    return known ? iteration.workers().onCpuNs() / iteration.ops() : iteration.nsPerOp();
  }
}
