package dev.gnomon.attribution;

import dev.gnomon.model.BenchmarkId;
import dev.gnomon.model.Mode;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/**
 * How often the right frame is named, and how often a frame is called changed that is not: a frame
 * of 8 % grows by 30 % among eleven others, each fork's speed varies by 2 %, and samples are drawn.
 */
public final class FramePower {
  private static final BenchmarkId ID = BenchmarkId.of("a.Bench.m", Map.of(), Mode.AVERAGE_TIME, 1);

  private static final double SPREAD = 0.02;
  private static final String GROWN = "a.Bench.m;a.C0.f";

  /**
   * Shares over the trials.
   *
   * @param named trials in which the frame that grew is the one blamed
   * @param first trials in which, of the leaves, it changed most and significantly
   * @param falseShare mean share of untouched leaves among the leaves called changed
   */
  record Result(double named, double first, double falseShare) {}

  private FramePower() {}

  /** Prints the table of forks by samples. */
  public static void main(String[] arguments) {
    long seed = arguments.length > 0 ? Long.parseLong(arguments[0]) : 20261123;
    int trials = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1_000;
    System.out.printf("Seed %d, %d trials, fork SD %.0f %%%n", seed, trials, 100 * SPREAD);
    System.out.println("growth  forks  samples  blamed  ranked first  false among called");
    for (double growth : new double[] {0.3, 0}) {
      for (int forks : new int[] {3, 5, 10}) {
        for (int samples : new int[] {500, 2_000, 8_000}) {
          Result result = run(growth, forks, samples, trials, new Random(seed));
          System.out.printf(
              "%5.0f %%  %5d  %7d  %4.0f %%  %10.0f %%  %16.1f %%%n",
              100 * growth,
              forks,
              samples,
              100 * result.named(),
              100 * result.first(),
              100 * result.falseShare());
        }
      }
    }
  }

  static Result run(double growth, int forks, int samples, int trials, Random random) {
    Map<String, Double> base = new TreeMap<>();
    base.put(GROWN, 80.0);
    for (int i = 1; i < 12; i++) {
      base.put("a.Bench.m;a.C" + i + ".f", 920.0 / 11);
    }
    Map<String, Double> changed = new TreeMap<>(base);
    changed.computeIfPresent(GROWN, (path, cost) -> cost * (1 + growth));
    int named = 0;
    int first = 0;
    double falseShare = 0;
    for (int trial = 0; trial < trials; trial++) {
      Attribution found =
          Attributor.of(
              ID,
              new ProfiledSides(
                  Weight.CPU,
                  new Planted(base, samples, random).forks(forks, SPREAD),
                  new Planted(changed, samples, random).forks(forks, SPREAD)),
              TimeShift.UNKNOWN,
              Set.of());
      named += found.blamed().filter(c -> right(c)).isPresent() ? 1 : 0;
      List<FrameChange> called =
          found.frames().stream()
              .filter(c -> c.significant() && !c.frame().name().equals("a.Bench.m"))
              .toList();
      first += !called.isEmpty() && right(called.get(0)) ? 1 : 0;
      long wrong = called.stream().filter(c -> growth == 0 || !right(c)).count();
      falseShare += called.isEmpty() ? 0 : (double) wrong / called.size();
    }
    return new Result((double) named / trials, (double) first / trials, falseShare / trials);
  }

  private static boolean right(FrameChange change) {
    return change.frame().name().equals("a.C0.f");
  }
}
