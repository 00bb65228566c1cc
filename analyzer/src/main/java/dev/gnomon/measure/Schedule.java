package dev.gnomon.measure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * The order of forks: rounds over all benchmarks, each round in an order of its own, so that a
 * passing disturbance of the machine does not fall on one benchmark.
 *
 * <p>The order depends on the seed and the number of benchmarks alone.
 */
public final class Schedule {
  private Schedule() {}

  /**
   * One fork to run.
   *
   * @param entry number of the benchmark in the suite
   * @param round round from 0
   */
  public record Slot(int entry, int round) {}

  /**
   * All forks in the order in which they run.
   *
   * @param benchmarks how many benchmarks there are
   * @param rounds forks of each
   * @param seed any number; the same seed gives the same order
   */
  public static List<Slot> rounds(int benchmarks, int rounds, long seed) {
    List<Slot> slots = new ArrayList<>(benchmarks * rounds);
    // Random's sequence is specified, so a stored seed means the same order anywhere.
    Random random = new Random(seed);
    for (int round = 0; round < rounds; round++) {
      List<Integer> order = new ArrayList<>();
      for (int entry = 0; entry < benchmarks; entry++) {
        order.add(entry);
      }
      Collections.shuffle(order, random);
      for (int entry : order) {
        slots.add(new Slot(entry, round));
      }
    }
    return slots;
  }
}
