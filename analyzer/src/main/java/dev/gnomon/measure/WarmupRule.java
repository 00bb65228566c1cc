package dev.gnomon.measure;

import dev.gnomon.compare.Steadiness;
import dev.gnomon.model.Iteration;
import dev.gnomon.stats.Sample;
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
 * @param window iterations of the running median that the series and the compile time are judged
 *     by; odd, 1 for none
 */
public record WarmupRule(
    double quietShare, double tolerance, int steady, double margin, int window) {

  /** Shortest warm-up: with less, even steady-looking benchmarks were recompiled afterwards. */
  public static final int LEAST = 20;

  /** Shortest warm-up of forks in pairs: what is recompiled late is so on both sides. */
  public static final int LEAST_IN_PAIRS = 10;

  /** Longest warm-up, and the length of a pilot. */
  public static final int MOST = 60;

  /**
   * Earliest end of a pilot: three times as long as the benchmarks of the sample project take to
   * reach their level on a heap that was touched before.
   */
  private static final int EARLIEST = 24;

  /**
   * Code that has run so many times faster before has not come to its end. Neighbours on the same
   * core slow code down too, by up to two times; the first use of fresh memory, by more than that.
   */
  private static final double FAR_SLOWER = 2.5;

  /** Fewest iterations from which anything is concluded, and of which the final level is made. */
  private static final int FEWEST = 10;

  /**
   * The rule that is used where nothing else is said. On a busy machine single iterations are off
   * at any time, and what is still warming up is off for longer: hence the running median.
   */
  public static final WarmupRule DEFAULT = new WarmupRule(0.05, 0.05, 8, 1.5, 7);

  /**
   * How many iterations to warm up for.
   *
   * @param pilot iterations of the pilot from its very start, at least one
   * @return iterations of the pilot's length, from {@link #LEAST} to {@link #MOST}
   */
  public int warmup(List<Iteration> pilot) {
    return warmup(pilot, LEAST);
  }

  /**
   * How many iterations to warm up for.
   *
   * @param pilot iterations of the pilot from its very start, at least one
   * @param least shortest warm-up
   * @return iterations of the pilot's length, from {@code least} to {@link #MOST}
   */
  public int warmup(List<Iteration> pilot, int least) {
    if (wasFarFaster(pilot)) {
      return MOST;
    }
    int withMargin = (int) Math.ceil(settled(pilot) * margin);
    return Math.min(MOST, Math.max(least, withMargin));
  }

  /** Whether the end of the series has been steady for long enough to stop the pilot. */
  public boolean arrived(List<Iteration> pilot) {
    return pilot.size() >= EARLIEST
        && settled(pilot) + 2 * steady <= pilot.size()
        && !wasFarFaster(pilot);
  }

  /** Whether the final level is far slower than what was reached before, and not just once. */
  private static boolean wasFarFaster(List<Iteration> pilot) {
    double[] costs = pilot.stream().mapToDouble(Steadiness::cost).sorted().toArray();
    return costs.length > 2 && level(pilot) > FAR_SLOWER * costs[1];
  }

  /** Index of the first iteration after which all are quiet and at the final level. */
  private int settled(List<Iteration> pilot) {
    double level = level(pilot);
    double[] costs = smooth(pilot.stream().mapToDouble(Steadiness::cost).toArray());
    double[] busy = smooth(pilot.stream().mapToDouble(WarmupRule::compiling).toArray());
    int settled = pilot.size();
    while (settled > 0 && calm(costs[settled - 1], busy[settled - 1], level)) {
      settled--;
    }
    return settled;
  }

  /** Running median, so that one disturbed iteration is not taken for the end of warming up. */
  private double[] smooth(double[] values) {
    double[] smooth = new double[values.length];
    int width = Math.min(window, values.length);
    for (int i = 0; i < values.length; i++) {
      // At the ends the window stays whole, or a disturbed last iteration would count alone.
      int from = Math.min(Math.max(0, i - width / 2), values.length - width);
      smooth[i] = Sample.of(Arrays.copyOfRange(values, from, from + width)).median();
    }
    return smooth;
  }

  private boolean calm(double cost, double busy, double level) {
    return busy <= quietShare && Math.abs(cost - level) <= tolerance * level;
  }

  /** The JVM counts compile time in whole milliseconds: two of them may be none. */
  private static final long CLOCK_STEP_NS = 2_000_000;

  /** Compile time beyond what the clock may invent, by wall time; 0 where unknown. */
  private static double compiling(Iteration iteration) {
    long window = iteration.workers().windowNs();
    return window <= 0
        ? 0
        : (double) Math.max(0, iteration.background().jitNs() - CLOCK_STEP_NS) / window;
  }

  private static double level(List<Iteration> pilot) {
    int tail = Math.max(1, Math.min(pilot.size(), Math.max(FEWEST, pilot.size() / 3)));
    double[] costs =
        pilot.subList(pilot.size() - tail, pilot.size()).stream()
            .mapToDouble(Steadiness::cost)
            .sorted()
            .toArray();
    return Arrays.stream(costs, (costs.length - 1) / 2, costs.length / 2 + 1)
        .average()
        .orElse(Double.NaN);
  }
}
