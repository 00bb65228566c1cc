package dev.gnomon.calibration;

import dev.gnomon.compare.Location;
import dev.gnomon.compare.Steadiness;
import dev.gnomon.compare.Steadiness.State;
import dev.gnomon.compare.UnsteadyForks;
import dev.gnomon.measure.WarmupRule;
import dev.gnomon.model.Background;
import dev.gnomon.model.Iteration;
import dev.gnomon.model.WorkerTime;
import dev.gnomon.stats.Sample;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Whether forks are rightly called unsteady, and how long they warm up; half of the benchmarks. */
final class SteadyFigures {
  private static final double MATTERS = Math.log1p(0.03);
  private static final int WINDOW = 20;
  private static final int PART = 100;
  private static final int FORKS = 5;
  private static final WarmupRule ONE_BY_ONE = new WarmupRule(0.05, 0.05, 8, 1.5, 1);

  private final List<ForkFile.Line> lines;
  private final PrintStream out;
  private final Figures figures;

  SteadyFigures(List<ForkFile.Line> lines, long seed, PrintStream out, Figures figures) {
    List<ForkFile.Line> shuffled = new ArrayList<>(lines);
    Collections.shuffle(shuffled, new Random(seed));
    this.lines = shuffled.subList(shuffled.size() / 2, shuffled.size());
    this.out = out;
    this.figures = figures;
  }

  void all() {
    out.printf("%nSteadiness of windows of %d iterations; forks of a half by seed%n", WINDOW);
    warmups("unsmoothed", ONE_BY_ONE);
    warmups("smoothed", WarmupRule.DEFAULT);
    table("warmup0", 0);
    table("warmup30", 30);
    table("warmup60", 60);
    table("warmup300", 300);
  }

  /** The pilot is the first fork of each benchmark, what is measured are the others. */
  private void warmups(String name, WarmupRule rule) {
    List<Double> lengths = new ArrayList<>();
    Share biased = new Share();
    Confusion whole = new Confusion();
    Confusion own = new Confusion();
    for (ForkFile.Line line : lines) {
      int warmup = rule.warmup(scores(line.forks().get(0), 0, WarmupRule.MOST));
      lengths.add((double) warmup);
      for (double[] fork : line.forks().subList(1, line.forks().size())) {
        boolean unsteady = state(fork, warmup).unsteady();
        boolean off = off(fork, warmup, warmup + WINDOW);
        biased.add(off);
        whole.add(off(fork, 0, PART), unsteady);
        own.add(off, unsteady);
      }
    }
    String prefix = "steady." + name + ".";
    figures.reference(prefix + "warmup.mean", Sample.of(lengths).mean());
    figures.reference(prefix + "warmup.median", Sample.of(lengths).median());
    figures.reference(prefix + "biased", biased.value());
    whole.into(prefix + "firstAgainstLast100.");
    own.into(prefix + "windowAgainstLast100.");
  }

  private void table(String name, int warmup) {
    Confusion own = new Confusion();
    Share doubted = new Share();
    Share falsely = new Share();
    for (ForkFile.Line line : lines) {
      List<double[]> forks = line.forks().subList(0, FORKS);
      forks.forEach(f -> own.add(off(f, warmup, warmup + WINDOW), state(f, warmup).unsteady()));
      boolean doubt =
          UnsteadyForks.ofStates(forks.stream().map(f -> state(f, warmup)).toList()).tooMany();
      long biased = forks.stream().filter(f -> off(f, warmup, warmup + WINDOW)).count();
      doubted.add(doubt);
      if (3 * biased <= FORKS) {
        falsely.add(doubt);
      }
    }
    String prefix = "steady." + name + ".";
    own.into(prefix);
    figures.reference(prefix + "caveat", doubted.value());
    figures.reference(prefix + "caveat.false", falsely.value());
  }

  private static boolean off(double[] fork, int from, int to) {
    double last = value(fork, fork.length - PART, fork.length);
    return Math.abs(Math.log(value(fork, from, to) / last)) > MATTERS;
  }

  private static double value(double[] fork, int from, int to) {
    return Location.CHOSEN.of(Sample.of(Arrays.copyOfRange(fork, from, to)));
  }

  private static State state(double[] fork, int warmup) {
    return Steadiness.of(scores(fork, warmup, warmup + WINDOW)).state();
  }

  private static List<Iteration> scores(double[] fork, int from, int to) {
    return Arrays.stream(fork, from, to).mapToObj(Iteration::ofScore).toList();
  }

  /** What the rules say of whole forks of 45 iterations, with compile times. */
  static void contended(List<ForkFile.Line> lines, PrintStream out, Figures figures) {
    out.printf("%nWarm-up by rule and unsteady forks, of 45 iterations, the last 20 measured%n");
    Map<String, List<ForkFile.Line>> all =
        lines.stream()
            .collect(
                Collectors.groupingBy(
                    l -> l.texts().get("condition"), TreeMap::new, Collectors.toList()));
    all.forEach(
        (condition, forks) -> {
          Share unsteady = new Share();
          List<Double> before = new ArrayList<>();
          List<Double> after = new ArrayList<>();
          for (ForkFile.Line fork : forks) {
            List<Iteration> iterations = iterations(fork);
            before.add((double) ONE_BY_ONE.warmup(iterations));
            after.add((double) WarmupRule.DEFAULT.warmup(iterations));
            int from = iterations.size() - WINDOW;
            List<Iteration> measured = iterations.subList(from, iterations.size());
            unsteady.add(Steadiness.of(measured).state().unsteady());
          }
          String prefix = "steady." + condition + ".";
          figures.reference(prefix + "unsmoothed.warmup.mean", Sample.of(before).mean());
          figures.reference(prefix + "smoothed.warmup.mean", Sample.of(after).mean());
          figures.reference(prefix + "unsteady", unsteady.value());
        });
  }

  private static List<Iteration> iterations(ForkFile.Line line) {
    Map<String, double[]> lists = line.lists();
    int threads = Integer.parseInt(line.texts().get("threads"));
    List<Iteration> iterations = new ArrayList<>();
    for (int i = 0; i < lists.get("wall").length; i++) {
      double ops = lists.get("allOps")[i];
      long onCpu = (long) (lists.get("cpuNsPerOp")[i] * ops);
      long jit = (long) (1e6 * lists.get("jitMs")[i]);
      WorkerTime workers =
          new WorkerTime(threads, (long) lists.get("windowNs")[i], onCpu, WorkerTime.UNKNOWN);
      iterations.add(
          new Iteration(lists.get("wall")[i], ops, workers, new Background(0, 0, jit, 0, 0, 0, 0)));
    }
    return iterations;
  }

  private final class Confusion {
    private final int[][] counts = new int[2][2];

    void add(boolean off, boolean called) {
      counts[off ? 1 : 0][called ? 1 : 0]++;
    }

    void into(String prefix) {
      out.printf("%s%n  off %s, near %s (called steady, unsteady)%n", prefix, row(1), row(0));
      figures.reference(prefix + "found", share(1));
      figures.reference(prefix + "falselyCalled", share(0));
    }

    private String row(int off) {
      return counts[off][0] + " " + counts[off][1];
    }

    private double share(int off) {
      return (double) counts[off][1] / Math.max(1, counts[off][0] + counts[off][1]);
    }
  }
}
