package dev.gnomon.harness;

import dev.gnomon.measure.Measured;
import dev.gnomon.measure.MeasurementRequest;
import dev.gnomon.measure.MeasurementRequest.PlanKind;
import dev.gnomon.measure.MeasurementRequest.Selection;
import dev.gnomon.measure.Profiling;
import dev.gnomon.measure.process.Measurement;
import dev.gnomon.model.Iteration;
import dev.gnomon.model.Series;
import dev.gnomon.profile.ProfileEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
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
 * number of forks of each kind, {@code -Doverhead.kinds} what is compared: {@code basic}, or {@code
 * profiles} for the table of events and intervals.
 */
final class Overhead {
  private static final String COMPUTING = "GoodBenchmark.(average|tenAtOnce)";
  private static final String ALLOCATING = "AllocatingBenchmark.array";

  /** On a heap that was touched before, or the first use of its pages would be measured. */
  private static final List<String> PLAN =
      List.of(
          "-wi",
          "10",
          "-i",
          "20",
          "-w",
          "100ms",
          "-r",
          "100ms",
          "-jvmArgsAppend",
          "-XX:+AlwaysPreTouch -XX:GCTimeRatio=2");

  /** What is measured by; an interval of 0 is no profile. */
  private enum Kind {
    PLAIN_JMH("plain JMH", ProfileEvent.CPU, 0),
    GNOMON("off", ProfileEvent.CPU, 0),
    GNOMON_PROFILED("always", ProfileEvent.CPU, ProfileEvent.CPU.usualInterval()),
    CPU_10_MS("cpu, 10 ms", ProfileEvent.CPU, 10_000_000),
    CPU_4_MS("cpu, 4 ms", ProfileEvent.CPU, 4_000_000),
    CPU_2_MS("cpu, 2 ms", ProfileEvent.CPU, 2_000_000),
    CPU_1_MS("cpu, 1 ms", ProfileEvent.CPU, 1_000_000),
    ALLOC_512K("alloc, 512 KiB", ProfileEvent.ALLOC, 512 * 1024);

    final String label;
    private final ProfileEvent event;
    private final long interval;

    Kind(String label, ProfileEvent event, long interval) {
      this.label = label;
      this.event = event;
      this.interval = interval;
    }

    Profiling profiling() {
      return interval == 0
          ? Profiling.of(Profiling.Mode.OFF)
          : new Profiling(Profiling.Mode.ALWAYS, event, interval);
    }
  }

  private static final List<Kind> BASIC =
      List.of(Kind.PLAIN_JMH, Kind.GNOMON, Kind.GNOMON_PROFILED);
  private static final List<Kind> TABLE =
      List.of(Kind.CPU_10_MS, Kind.CPU_4_MS, Kind.CPU_2_MS, Kind.CPU_1_MS, Kind.ALLOC_512K);

  private final Path workspace;
  private final String benchmarks;
  private final Map<Kind, List<SortedMap<String, Double>>> values = new EnumMap<>(Kind.class);
  private final Map<Kind, NavigableSet<String>> engines = new EnumMap<>(Kind.class);

  private Overhead(Path workspace, String benchmarks) {
    this.workspace = workspace;
    this.benchmarks = benchmarks;
    for (Kind kind : Kind.values()) {
      values.put(kind, new ArrayList<>());
      engines.put(kind, new TreeSet<>());
    }
  }

  public static void main(String[] args) throws IOException, RunnerException {
    // Whoever measures plain JMH beside us has the lock of JMH; here nobody else measures.
    System.setProperty("jmh.ignoreLock", "true");
    int rounds = Integer.parseInt(args[0]);
    Path workspace = Files.createTempDirectory("gnomon-overhead");
    switch (args.length > 1 ? args[1] : "basic") {
      case "basic" -> new Overhead(workspace, COMPUTING).printBasic(rounds);
      case "profiles" ->
          new Overhead(workspace, COMPUTING + "|" + ALLOCATING).printProfiles(rounds);
      default ->
          throw new IllegalArgumentException(
              "overhead.kinds is " + args[1] + ", expected basic or profiles");
    }
  }

  private void printBasic(int rounds) throws RunnerException {
    measure(BASIC, rounds);
    print("score of Gnomon, profile=off, by plain JMH", Kind.GNOMON, Kind.PLAIN_JMH);
    print("score of Gnomon, profile=always, by profile=off", Kind.GNOMON_PROFILED, Kind.GNOMON);
    printWallTime();
  }

  private void printProfiles(int rounds) throws RunnerException {
    List<Kind> kinds = new ArrayList<>(List.of(Kind.PLAIN_JMH, Kind.GNOMON));
    kinds.addAll(TABLE);
    measure(kinds, rounds);
    print("score of Gnomon, profile=off, by plain JMH", Kind.GNOMON, Kind.PLAIN_JMH);
    System.out.println();
    System.out.println("| profile | sampled by | computing | allocating |");
    System.out.println("|---|---|---|---|");
    for (Kind kind : TABLE) {
      System.out.printf(
          Locale.ROOT,
          "| %s | %s | %s | %s |%n",
          kind.label,
          String.join(", ", engines.get(kind)),
          by(kind, Kind.GNOMON, "GoodBenchmark"),
          by(kind, Kind.GNOMON, "AllocatingBenchmark"));
    }
    System.out.printf(
        Locale.ROOT,
        "%nScore by that of profile=off, with the 95 %% interval; median of %d rounds.%n",
        rounds);
  }

  private void measure(List<Kind> kinds, int rounds) throws RunnerException {
    Random random = new Random(1);
    for (int round = 0; round < rounds; round++) {
      List<Kind> order = new ArrayList<>(kinds);
      Collections.shuffle(order, random);
      for (Kind kind : order) {
        values.get(kind).add(kind == Kind.PLAIN_JMH ? plain(1) : gnomon(kind, 1));
      }
      System.out.printf(Locale.ROOT, "round %d of %d%n", round + 1, rounds);
    }
  }

  /** Lower quartiles of the iterations by benchmark. */
  private SortedMap<String, Double> plain(int forks) throws RunnerException {
    Collection<RunResult> results =
        new Runner(
                new OptionsBuilder().parent(options()).include(benchmarks).forks(forks).build(),
                new QuietFormat())
            .run();
    SortedMap<String, Double> quartiles = new TreeMap<>();
    for (RunResult result : results) {
      List<Double> scores = new ArrayList<>();
      for (BenchmarkResult fork : result.getBenchmarkResults()) {
        for (IterationResult iteration : fork.getIterationResults()) {
          scores.add(Score.nsPerOp(iteration.getPrimaryResult(), 1));
        }
      }
      quartiles.put(result.getParams().getBenchmark(), lowerQuartile(scores));
    }
    return quartiles;
  }

  private static Options options() {
    try {
      return new CommandLineOptions(PLAN.toArray(new String[0]));
    } catch (CommandLineOptionException e) {
      throw new IllegalStateException(e);
    }
  }

  private SortedMap<String, Double> gnomon(Kind kind, int forks) {
    MeasurementRequest request =
        new MeasurementRequest(
                new Selection(List.of(benchmarks), List.of(), Map.of(), PLAN),
                PlanKind.ANNOTATED,
                forks,
                1,
                Optional.empty(),
                Profiling.Mode.OFF)
            .withProfiling(kind.profiling());
    Measured measured = new Measurement(Suites.host(workspace)).measure(request, new Recorder());
    SortedMap<String, Double> quartiles = new TreeMap<>();
    for (Series series : measured.series()) {
      series.goodForks().stream()
          .map(fork -> fork.profile().engine())
          .filter(engine -> !engine.isEmpty())
          .forEach(engines.get(kind)::add);
      quartiles.put(
          series.id().benchmark(),
          lowerQuartile(
              series.goodForks().stream()
                  .flatMap(fork -> fork.iterations().stream())
                  .map(Iteration::nsPerOp)
                  .toList()));
    }
    return quartiles;
  }

  private static double lowerQuartile(List<Double> scores) {
    double[] sorted = scores.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    return sorted[sorted.length / 4];
  }

  private Ratio by(Kind of, Kind by, String part) {
    return Ratio.of(values.get(of), values.get(by), part);
  }

  private void print(String what, Kind of, Kind by) {
    System.out.printf(
        Locale.ROOT,
        "%s: %s, median of %d rounds%n",
        what,
        by(of, by, "GoodBenchmark"),
        values.get(of).size());
  }

  private void printWallTime() throws RunnerException {
    long start = System.nanoTime();
    plain(3);
    long plain = System.nanoTime() - start;
    start = System.nanoTime();
    gnomon(Kind.GNOMON_PROFILED, 3);
    long gnomon = System.nanoTime() - start;
    System.out.printf(
        Locale.ROOT,
        "wall time of a suite of 2 benchmarks × 3 forks: plain JMH 1, Gnomon %.3f; added: %.2f s%n",
        (double) gnomon / plain,
        (gnomon - plain) / 1e9);
  }
}
