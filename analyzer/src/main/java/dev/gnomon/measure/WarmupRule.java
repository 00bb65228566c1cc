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
  public static final int LEAST = 10;

  /** Longest warm-up, and the length of a pilot. */
  public static final int MOST = 60;

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
    return pilot.size() >= LEAST + steady && settled(pilot) + 2 * steady <= pilot.size();
  }

  /** Index of the first iteration after which all are quiet and at the final level. */
  private int settled(List<Iteration> pilot) {
    double level = level(pilot);
    int settled = pilot.size();
    while (settled > 0 && calm(pilot.get(settled - 1), level)) {
      settled--;
    }
    return settled;
  }

  private boolean calm(Iteration iteration, double level) {
    double cost = cost(iteration);
    long window = iteration.workers().windowNs();
    long jit = Math.max(0, iteration.background().jitNs());
    boolean quiet = window <= 0 || jit <= quietShare * window + CLOCK_STEP_NS;
    return quiet && Math.abs(cost - level) <= tolerance * level;
  }

  /** The JVM counts compile time in whole milliseconds: two of them may be none. */
  private static final long CLOCK_STEP_NS = 2_000_000;

  private static double level(List<Iteration> pilot) {
    int tail = Math.max(1, Math.min(pilot.size(), Math.max(LEAST, pilot.size() / 3)));
    double[] costs =
        pilot.subList(pilot.size() - tail, pilot.size()).stream()
            .mapToDouble(WarmupRule::cost)
            .sorted()
            .toArray();
    return Arrays.stream(costs, (costs.length - 1) / 2, costs.length / 2 + 1)
        .average()
        .orElse(Double.NaN);
  }

  /** On-CPU time where it is known: the neighbours' load is not warm-up. */
  private static double cost(Iteration iteration) {
    boolean known = iteration.workers().onCpuMeasured() && iteration.ops() > 0;
    return known ? iteration.workers().onCpuNs() / iteration.ops() : iteration.nsPerOp();
  }
}
