package dev.gnomon.archive;

import dev.gnomon.archive.directory.DirectoryArchive;
import dev.gnomon.archive.git.GitArchive;
import dev.gnomon.archive.git.Remote;
import dev.gnomon.archive.postgres.Database;
import dev.gnomon.archive.postgres.PostgresArchive;
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
import dev.gnomon.stats.Sample;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Prints how long it takes to choose a baseline among 10,000 runs of eight benchmarks, three
 * branches and two machines, in an archive of each kind.
 */
public final class LookUpBenchmark {
  private static final int RUNS = 10_000;
  private static final int BENCHMARKS = 8;
  private static final int FORKS = 5;
  private static final int ITERATIONS = 30;
  private static final int REPEATS = 20;
  private static final int BATCH = 1_000;
  private static final double MOST_SECONDS = 0.3;
  private static final List<String> BRANCHES = List.of("main", "topic", "other");
  private static final List<Environment> PLACES =
      List.of(SmallRuns.strict("cpu.model", "X"), SmallRuns.strict("cpu.model", "Y"));

  private LookUpBenchmark() {}

  /** Takes the file of figures. */
  public static void main(String[] arguments) throws Exception {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    out.println("== Choosing a baseline among " + RUNS + " stored runs");
    Path root = Files.createTempDirectory("gnomon-archive-");
    Figures figures = new Figures();
    try {
      DirectoryArchive directory = new DirectoryArchive(root.resolve("directory"));
      inDirectory(directory, figures);
      Path clone = Remote.in(root.resolve("remote.git")).clone(root.resolve("clone"));
      elsewhere("git", directory, () -> GitArchive.open(clone, "perf-archive"), figures);
      if (System.getProperty("os.name").equals("Linux")) {
        String url = Database.fresh().url();
        elsewhere(
            "postgres",
            directory,
            () -> PostgresArchive.open(() -> DriverManager.getConnection(url), "the database"),
            figures);
      }
      out.println(figures.table());
      figures.write(Path.of(arguments[0]));
    } finally {
      delete(root);
    }
    System.exit(0); // the database's server has threads of its own
  }

  private static void inDirectory(DirectoryArchive archive, Figures figures) {
    Random random = new Random(1);
    Stopwatch adding = new Stopwatch();
    for (int i = 0; i < RUNS; i++) {
      archive.add(run(i, random));
    }
    figures.reference("archive.add.milliseconds", 1e3 * adding.wallSeconds() / RUNS);
    Stopwatch first = new Stopwatch();
    lookUp(archive, "main", 10);
    figures.atMost("archive.lookUp.first.cpuSeconds", first.cpuSeconds(), MOST_SECONDS);
    figures.reference("archive.lookUp.first.wallSeconds", first.wallSeconds());
    Stopwatch warm = new Stopwatch();
    for (int i = 0; i < REPEATS; i++) {
      lookUp(archive, "main", 10);
    }
    figures.atMost("archive.lookUp.warm.cpuSeconds", warm.cpuSeconds() / REPEATS, MOST_SECONDS);
    Stopwatch absent = new Stopwatch();
    lookUp(archive, "absent", 0);
    figures.reference("archive.lookUp.absent.cpuSeconds", absent.cpuSeconds());
  }

  /**
   * Each look-up opens the archive anew, as a goal does; others work for it, so the clock counts.
   */
  private static void elsewhere(
      String kind, KeptArchive from, Supplier<KeptArchive> open, Figures figures) {
    Stopwatch filling = new Stopwatch();
    try (KeptArchive archive = open.get()) {
      List<RunAddress> all = from.all();
      for (int start = 0; start < RUNS; start += BATCH) {
        archive.put(all.subList(start, start + BATCH).stream().map(from::stored).toList());
      }
    }
    String name = "archive.lookUp." + kind;
    figures.reference("archive.put." + kind + ".milliseconds", 1e3 * filling.wallSeconds() / RUNS);
    double[] seconds = new double[REPEATS];
    for (int i = 0; i < REPEATS; i++) {
      Stopwatch one = new Stopwatch();
      try (KeptArchive archive = open.get()) {
        lookUp(archive, "main", 10);
      }
      seconds[i] = one.wallSeconds();
    }
    figures.reference(name + ".first.wallSeconds", seconds[0]);
    figures.atMost(name + ".median.wallSeconds", Sample.of(seconds).median(), MOST_SECONDS);
    Stopwatch absent = new Stopwatch();
    try (KeptArchive archive = open.get()) {
      lookUp(archive, "absent", 0);
    }
    figures.reference(name + ".absent.wallSeconds", absent.wallSeconds());
  }

  private static void lookUp(RunArchive archive, String branch, int expected) {
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
