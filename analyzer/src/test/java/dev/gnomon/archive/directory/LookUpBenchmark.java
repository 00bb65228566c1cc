package dev.gnomon.archive.directory;

import dev.gnomon.archive.BaselineQuery;
import dev.gnomon.archive.BaselineSelector;
import dev.gnomon.calibration.Figures;
import dev.gnomon.compare.Baseline;
import dev.gnomon.environment.Environment;
import dev.gnomon.json.SmallRuns;
import dev.gnomon.model.Background;
import dev.gnomon.model.BenchmarkId;
import dev.gnomon.model.Fork;
import dev.gnomon.model.ForkPlan;
import dev.gnomon.model.Iteration;
import dev.gnomon.model.Mode;
import dev.gnomon.model.Noise;
import dev.gnomon.model.ProfileRef;
import dev.gnomon.model.Run;
import dev.gnomon.model.Series;
import dev.gnomon.model.WorkerTime;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Prints how long it takes to choose a baseline among 10,000 runs of eight benchmarks, three
 * branches and two machines.
 */
public final class LookUpBenchmark {
  private static final int RUNS = 10_000;
  private static final int BENCHMARKS = 8;
  private static final int FORKS = 5;
  private static final int ITERATIONS = 30;
  private static final int REPEATS = 20;
  private static final List<String> BRANCHES = List.of("main", "topic", "other");
  private static final List<Environment> PLACES =
      List.of(SmallRuns.strict("cpu.model", "X"), SmallRuns.strict("cpu.model", "Y"));

  private LookUpBenchmark() {}

  /** Takes the file of figures. */
  public static void main(String[] arguments) throws IOException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    out.println("== Choosing a baseline among " + RUNS + " stored runs");
    Path root = Files.createTempDirectory("gnomon-archive-");
    try {
      Figures figures = measure(new DirectoryArchive(root));
      out.println(figures.table());
      figures.write(Path.of(arguments[0]));
    } finally {
      delete(root);
    }
  }

  private static Figures measure(DirectoryArchive archive) {
    Figures figures = new Figures();
    Random random = new Random(1);
    Stopwatch adding = new Stopwatch();
    for (int i = 0; i < RUNS; i++) {
      archive.add(run(i, random));
    }
    figures.reference("archive.add.milliseconds", 1e3 * adding.wallSeconds() / RUNS);
    Stopwatch first = new Stopwatch();
    lookUp(archive, "main", 10);
    figures.atMost("archive.lookUp.first.cpuSeconds", first.cpuSeconds(), 0.3);
    figures.reference("archive.lookUp.first.wallSeconds", first.wallSeconds());
    Stopwatch warm = new Stopwatch();
    for (int i = 0; i < REPEATS; i++) {
      lookUp(archive, "main", 10);
    }
    figures.atMost("archive.lookUp.warm.cpuSeconds", warm.cpuSeconds() / REPEATS, 0.3);
    Stopwatch absent = new Stopwatch();
    lookUp(archive, "absent", 0);
    figures.reference("archive.lookUp.absent.cpuSeconds", absent.cpuSeconds());
    return figures;
  }

  private static void lookUp(DirectoryArchive archive, String branch, int expected) {
    Run candidate = run(RUNS, new Random(2));
    Baseline baseline = BaselineSelector.select(archive, candidate, BaselineQuery.of(branch));
    if (baseline.runs().size() != expected) {
      throw new IllegalStateException(baseline.choice());
    }
  }

  private static Run run(int number, Random random) {
    Run small =
        SmallRuns.of(
            SmallRuns.revision(BRANCHES.get(number % BRANCHES.size()), "b"),
            SmallRuns.NOON.plus(Duration.ofMinutes(10L * number)),
            PLACES.get(number / BRANCHES.size() % PLACES.size()));
    List<Series> series = new ArrayList<>();
    for (int i = 0; i < BENCHMARKS; i++) {
      series.add(series("p.Bench.method" + i, random));
    }
    return new Run(
        small.origin(),
        small.revision(),
        small.startedAt(),
        small.took(),
        small.environment(),
        small.sampling(),
        series,
        small.notes());
  }

  private static Series series(String name, Random random) {
    List<Fork> forks = new ArrayList<>();
    for (int i = 0; i < FORKS; i++) {
      forks.add(
          new Fork(
              i,
              SmallRuns.NOON,
              iterations(random),
              iterations(random),
              new TreeMap<>(),
              Noise.NONE,
              ProfileRef.OFF,
              Optional.empty()));
    }
    BenchmarkId id = BenchmarkId.of(name, Map.of(), Mode.AVERAGE_TIME, 1);
    return new Series(id, new ForkPlan(30, 100, 30, 100, 1000), "", forks);
  }

  private static List<Iteration> iterations(Random random) {
    List<Iteration> iterations = new ArrayList<>();
    for (int i = 0; i < ITERATIONS; i++) {
      WorkerTime workers =
          new WorkerTime(
              1, random.nextInt(1 << 27), random.nextInt(1 << 27), random.nextInt(1 << 20));
      iterations.add(
          new Iteration(100 * Math.exp(random.nextGaussian() / 50), 1e6, workers, Background.NONE));
    }
    return iterations;
  }

  private static void delete(Path root) throws IOException {
    try (Stream<Path> all = Files.walk(root)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  private static final class Stopwatch {
    private final long wall = System.nanoTime();
    private final long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();

    double wallSeconds() {
      return (System.nanoTime() - wall) / 1e9;
    }

    double cpuSeconds() {
      return (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu) / 1e9;
    }
  }
}
