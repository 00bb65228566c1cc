package dev.gnomon.harness;

import dev.gnomon.measure.Measured;
import dev.gnomon.measure.MeasurementRequest;
import dev.gnomon.measure.MeasurementRequest.PlanKind;
import dev.gnomon.measure.MeasurementRequest.ProfileMode;
import dev.gnomon.measure.MeasurementRequest.Selection;
import dev.gnomon.measure.process.Measurement;
import dev.gnomon.model.Iteration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Prints what measuring by Gnomon costs against plain JMH: the same benchmarks by the same plan,
 * forks of plain JMH, of Gnomon without and with profiles interleaved in random order.
 *
 * <p>A fork's value is the lower quartile of its iterations: an overhead is in all of them, a
 * disturbance in some. Run by {@code mvn -Poverhead verify}; {@code -Doverhead.rounds} sets the
 * number of forks of each kind.
 */
final class Overhead {
  private static final String BENCHMARKS = "GoodBenchmark.(average|tenAtOnce)";
  private static final List<String> PLAN =
      List.of("-wi", "15", "-i", "20", "-w", "100ms", "-r", "100ms");

  private enum Kind {
    PLAIN_JMH,
    GNOMON,
    GNOMON_PROFILED
  }

  private final Path workspace;
  private final Map<Kind, List<double[]>> values = new EnumMap<>(Kind.class);

  private Overhead(Path workspace) {
    this.workspace = workspace;
    for (Kind kind : Kind.values()) {
      values.put(kind, new ArrayList<>());
    }
  }

  public static void main(String[] args) throws IOException, RunnerException {
    // Whoever measures plain JMH beside us has the lock of JMH; here nobody else measures.
    System.setProperty("jmh.ignoreLock", "true");
    int rounds = Integer.parseInt(args[0]);
    Overhead overhead = new Overhead(Files.createTempDirectory("gnomon-overhead"));
    Random random = new Random(1);
    for (int round = 0; round < rounds; round++) {
      List<Kind> order = new ArrayList<>(List.of(Kind.values()));
      Collections.shuffle(order, random);
      for (Kind kind : order) {
        overhead.values.get(kind).add(overhead.measure(kind));
      }
      System.out.printf(Locale.ROOT, "round %d of %d%n", round + 1, rounds);
    }
    overhead.printScores();
    overhead.printWallTime();
  }

  private double[] measure(Kind kind) throws RunnerException {
    return switch (kind) {
      case PLAIN_JMH -> plain(1);
      case GNOMON -> gnomon(ProfileMode.OFF, 1);
      case GNOMON_PROFILED -> gnomon(ProfileMode.ALWAYS, 1);
    };
  }

  /** Lower quartiles of the iterations, one a benchmark. */
  private double[] plain(int forks) throws RunnerException {
    Collection<RunResult> results =
        new Runner(
                new OptionsBuilder().parent(options()).include(BENCHMARKS).forks(forks).build(),
                new QuietFormat())
            .run();
    List<Double> quartiles = new ArrayList<>();
    for (RunResult result : results) {
      List<Double> scores = new ArrayList<>();
      for (BenchmarkResult fork : result.getBenchmarkResults()) {
        for (IterationResult iteration : fork.getIterationResults()) {
          scores.add(Score.nsPerOp(iteration.getPrimaryResult(), 1));
        }
      }
      quartiles.add(lowerQuartile(scores));
    }
    return quartiles.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static Options options() {
    try {
      return new CommandLineOptions(PLAN.toArray(new String[0]));
    } catch (CommandLineOptionException e) {
      throw new IllegalStateException(e);
    }
  }

  private double[] gnomon(ProfileMode profile, int forks) {
    MeasurementRequest request =
        new MeasurementRequest(
            new Selection(List.of(BENCHMARKS), List.of(), Map.of(), PLAN),
            PlanKind.ANNOTATED,
            forks,
            1,
            Optional.empty(),
            profile);
    Measured measured = new Measurement(Suites.host(workspace)).measure(request, new Recorder());
    return measured.series().stream()
        .mapToDouble(
            series ->
                lowerQuartile(
                    series.goodForks().stream()
                        .flatMap(fork -> fork.iterations().stream())
                        .map(Iteration::nsPerOp)
                        .toList()))
        .toArray();
  }

  private static double lowerQuartile(List<Double> scores) {
    double[] sorted = scores.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    return sorted[sorted.length / 4];
  }

  private void printScores() {
    print("score of Gnomon, profile=off, by plain JMH", Kind.GNOMON, Kind.PLAIN_JMH);
    print("score of Gnomon, profile=always, by profile=off", Kind.GNOMON_PROFILED, Kind.GNOMON);
  }

  private void print(String what, Kind of, Kind by) {
    List<double[]> upper = values.get(of);
    List<double[]> lower = values.get(by);
    double[] logs =
        IntStream.range(0, upper.size())
            .mapToDouble(
                round ->
                    IntStream.range(0, upper.get(round).length)
                        .mapToDouble(b -> Math.log(upper.get(round)[b] / lower.get(round)[b]))
                        .average()
                        .orElseThrow())
            .sorted()
            .toArray();
    double median = (logs[(logs.length - 1) / 2] + logs[logs.length / 2]) / 2;
    double[] distances = Arrays.stream(logs).map(log -> Math.abs(log - median)).sorted().toArray();
    double spread = 1.4826 * distances[distances.length / 2] * 1.2533;
    double half = 1.96 * spread / Math.sqrt(logs.length);
    System.out.printf(
        Locale.ROOT,
        "%s: %+.2f %% (95 %% interval %+.2f … %+.2f), median of %d rounds%n",
        what,
        100 * Math.expm1(median),
        100 * Math.expm1(median - half),
        100 * Math.expm1(median + half),
        logs.length);
  }

  private void printWallTime() throws RunnerException {
    long start = System.nanoTime();
    plain(3);
    long plain = System.nanoTime() - start;
    start = System.nanoTime();
    gnomon(ProfileMode.ALWAYS, 3);
    long gnomon = System.nanoTime() - start;
    System.out.printf(
        Locale.ROOT,
        "wall time of a suite of 2 benchmarks × 3 forks: plain JMH 1, Gnomon %.3f; added: %.2f s%n",
        (double) gnomon / plain,
        (gnomon - plain) / 1e9);
  }
}
