package dev.gnomon.calibration;

import dev.gnomon.compare.Location;
import dev.gnomon.measure.WarmupRule;
import dev.gnomon.model.Background;
import dev.gnomon.model.Iteration;
import dev.gnomon.model.WorkerTime;
import dev.gnomon.stats.Sample;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the rule of the warm-up answers to recorded forks, each taken for a pilot. */
final class WarmupFigures {
  private static final int MEASURED = 20;

  private WarmupFigures() {}

  static void print(List<ForkFile.Line> lines, PrintStream out) {
    out.println();
    out.println(
        "Warm-up that a pilot of each fork would have asked for, in iterations: in the middle, in nine of ten, share of the longest; how far what is measured after it lies from the end of the fork, in the middle");
    Map<String, List<double[]>> answers = new TreeMap<>();
    for (ForkFile.Line line : lines) {
      if (line.texts().get("threads").equals("1")) {
        answers
            .computeIfAbsent(line.texts().get("condition"), any -> new ArrayList<>())
            .add(answer(series(line.lists())));
      }
    }
    answers.forEach(
        (condition, of) -> {
          Sample warmups = Sample.of(of.stream().map(a -> a[0]).toList());
          Sample distances =
              Sample.of(of.stream().map(a -> a[1]).filter(d -> !Double.isNaN(d)).toList());
          double longest =
              of.stream().filter(a -> a[0] == WarmupRule.MOST).count() / (double) of.size();
          out.printf(
              "%-6s %3.0f %3.0f %4.0f %%  %4.1f %%%n",
              condition,
              warmups.median(),
              warmups.quantile(0.9),
              100 * longest,
              100 * distances.median());
        });
  }

  /** The answer, and the distance of the value after it; NaN where the record is too short. */
  private static double[] answer(List<Iteration> fork) {
    int seen = 1;
    while (seen < fork.size() && !WarmupRule.DEFAULT.arrived(fork.subList(0, seen))) {
      seen++;
    }
    int warmup = WarmupRule.DEFAULT.warmup(fork.subList(0, seen));
    if (warmup + MEASURED > fork.size()) {
      return new double[] {warmup, Double.NaN};
    }
    double measured = value(fork.subList(warmup, warmup + MEASURED));
    double end = value(fork.subList(fork.size() - MEASURED, fork.size()));
    return new double[] {warmup, Math.abs(Math.log(measured / end))};
  }

  private static double value(List<Iteration> iterations) {
    return Location.CHOSEN.of(
        Sample.of(iterations.stream().map(i -> i.workers().onCpuNs() / i.ops()).toList()));
  }

  /** Every iteration from the fork's very start, with what the compilers did. */
  private static List<Iteration> series(Map<String, double[]> lists) {
    List<Iteration> series = new ArrayList<>();
    for (int i = 0; i < lists.get("wall").length; i++) {
      double ops = lists.get("allOps")[i];
      WorkerTime workers =
          new WorkerTime(
              1,
              (long) lists.get("windowNs")[i],
              (long) (lists.get("cpuNsPerOp")[i] * ops),
              (long) (lists.get("delayNsPerOp")[i] * ops));
      long jitNs = (long) (lists.get("jitMs")[i] * 1e6);
      long jitDelayNs = (long) lists.get("jitDelayNs")[i];
      series.add(
          new Iteration(
              lists.get("wall")[i],
              ops,
              workers,
              new Background(0, 0, jitNs, jitDelayNs, 0, 0, 0)));
    }
    return series;
  }
}
