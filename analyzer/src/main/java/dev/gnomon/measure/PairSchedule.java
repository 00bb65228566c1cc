package dev.gnomon.measure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.ToLongFunction;

/**
 * The order of interleaved forks. Both forks of a pair run at once, by turns, or one right after
 * the other, so that what the machine does meanwhile meets both; which side goes first is balanced
 * within each two pairs of a benchmark and otherwise random, so that neither gains by its place.
 *
 * <p>The order depends on the seed, the benchmarks and the numbers of their pairs alone.
 */
public final class PairSchedule {
  private PairSchedule() {}

  /**
   * One pair to run.
   *
   * @param entry number of the benchmark in the suite
   * @param pair number of the pair, from 0
   * @param candidateFirst whether the candidate's fork begins
   */
  public record Slot(int entry, int pair, boolean candidateFirst) {}

  /**
   * Which pairs of one benchmark are wanted.
   *
   * @param entry number of the benchmark in the suite
   * @param done pairs that have run
   * @param until pairs there should be in all
   */
  public record Wanted(int entry, int done, int until) {}

  /**
   * The pairs in the order in which they run: rounds over the benchmarks, each in an order of its
   * own.
   *
   * @param wanted at most one for each benchmark
   * @param seed any number; the same seed gives the same order
   */
  public static List<Slot> stage(List<Wanted> wanted, long seed) {
    List<Slot> slots = new ArrayList<>();
    int first = wanted.stream().mapToInt(Wanted::done).min().orElse(0);
    int last = wanted.stream().mapToInt(Wanted::until).max().orElse(0);
    for (int pair = first; pair < last; pair++) {
      List<Slot> round = new ArrayList<>();
      for (Wanted benchmark : wanted) {
        if (pair >= benchmark.done() && pair < benchmark.until()) {
          int entry = benchmark.entry();
          round.add(new Slot(entry, pair, candidateFirst(entry, pair, seed)));
        }
      }
      Collections.shuffle(round, new Random(mixed(seed, pair, -1)));
      slots.addAll(round);
    }
    return slots;
  }

  /**
   * As many of the most urgent as there is time for, and one at least: pairs short of a look decide
   * nothing, so the least urgent benchmark is given up for the others.
   *
   * @param wanted most urgent first
   * @param costNs what the rest of a benchmark's pairs take
   * @param leftNs how long there is
   */
  public static List<Wanted> within(
      List<Wanted> wanted, ToLongFunction<Wanted> costNs, long leftNs) {
    List<Wanted> kept = new ArrayList<>(wanted);
    while (kept.size() > 1 && kept.stream().mapToLong(costNs).sum() > leftNs) {
      kept.remove(kept.size() - 1);
    }
    return kept;
  }

  private static boolean candidateFirst(int entry, int pair, long seed) {
    boolean first = new Random(mixed(seed, pair / 2, entry)).nextBoolean();
    return first == (pair % 2 == 0);
  }

  /** Neighbouring seeds of {@link Random} give alike first values, so they are spread. */
  private static long mixed(long seed, int pair, int entry) {
    return (seed * 31 + pair) * 0x9E3779B97F4A7C15L + entry * 0xC2B2AE3D27D4EB4FL;
  }
}
