package dev.gnomon.evaluation;

import dev.gnomon.calibration.Figures;
import dev.gnomon.compare.Baseline;
import dev.gnomon.gate.GatePolicy;
import dev.gnomon.model.Background;
import dev.gnomon.model.Fork;
import dev.gnomon.model.Iteration;
import dev.gnomon.model.Noise;
import dev.gnomon.model.ProfileRef;
import dev.gnomon.model.Run;
import dev.gnomon.model.Series;
import dev.gnomon.model.WorkerTime;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/**
 * Prints how long deciding takes and how much memory it needs, 10 forks of 20 iterations a side.
 * Large suites are decided in parts of 10,000 benchmarks, as separate modules would be.
 */
public final class DecideBenchmark {
  private static final int FORKS = 10;
  private static final int ITERATIONS = 20;
  private static final int PART = 10_000;
  private static final int WARM_UPS = 3;

  private DecideBenchmark() {}

  /** Takes the file of figures. */
  public static void main(String[] arguments) throws IOException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Figures figures = new Figures();
    out.println("== Deciding, 2 sides of 10 forks of 20 iterations");
    figures.atMost("decide.1000.cold.cpuSeconds", seconds(1_000, 1), 1);
    for (int i = 0; i < WARM_UPS; i++) {
      seconds(1_000, 2);
    }
    figures.atMost("decide.1000.warm.cpuSeconds", seconds(1_000, 1), 1);
    double all = 0;
    for (int part = 0; part < 100_000 / PART; part++) {
      all += seconds(PART, part);
    }
    figures.atMost("decide.100000.cpuSeconds", all, 60);
    figures.reference("decide.part.heapMebibytes", heapOf(PART));
    out.println(figures.table());
    figures.write(Path.of(arguments[0]));
  }

  private static double seconds(int benchmarks, long seed) {
    Run baseline = run(benchmarks, new Random(seed));
    Run candidate = run(benchmarks, new Random(seed + 1000));
    GatePolicy policy = Fixture.policy();
    // Deciding runs on one thread, so its CPU time is its time on a machine that is free.
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long start = threads.getCurrentThreadCpuTime();
    Evaluation evaluation =
        Evaluator.evaluate(candidate, new Baseline(List.of(baseline), "one run"), policy);
    double seconds = (threads.getCurrentThreadCpuTime() - start) / 1e9;
    if (evaluation.judgements().size() != benchmarks) {
      throw new IllegalStateException("judged " + evaluation.judgements().size());
    }
    return seconds;
  }

  /** Live heap of both sides and their evaluation, in MiB. */
  private static double heapOf(int benchmarks) {
    long before = live();
    Run baseline = run(benchmarks, new Random(1));
    Run candidate = run(benchmarks, new Random(2));
    Evaluation evaluation =
        Evaluator.evaluate(candidate, new Baseline(List.of(baseline), "one run"), Fixture.policy());
    long after = live();
    if (evaluation.judgements().isEmpty() || baseline.series().isEmpty()) {
      throw new IllegalStateException("nothing was kept");
    }
    return (after - before) / (1024.0 * 1024);
  }

  private static long live() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  private static Run run(int benchmarks, Random random) {
    Series[] series = new Series[benchmarks];
    for (int i = 0; i < benchmarks; i++) {
      List<Fork> forks = new ArrayList<>();
      for (int f = 0; f < FORKS; f++) {
        forks.add(fork(100 * Math.exp(0.02 * random.nextGaussian()), random));
      }
      series[i] = Fixture.series(Fixture.id("p.Bench" + i / 10 + ".method" + i), forks, "hash");
    }
    return Fixture.run(series);
  }

  private static Fork fork(double level, Random random) {
    List<Iteration> iterations = new ArrayList<>();
    for (int i = 0; i < ITERATIONS; i++) {
      double wall = level * Math.exp(0.01 * random.nextGaussian());
      WorkerTime workers = new WorkerTime(1, 100_000_000, 95_000_000, 5_000_000);
      iterations.add(new Iteration(wall, 1e8 / wall, workers, Background.NONE));
    }
    return new Fork(
        0,
        Fixture.NOON,
        List.of(),
        iterations,
        new TreeMap<>(),
        Noise.NONE,
        ProfileRef.OFF,
        Optional.empty());
  }
}
