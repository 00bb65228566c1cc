package dev.gnomon.report.trend;

import dev.gnomon.archive.RunAddress;
import dev.gnomon.archive.RunArchive;
import dev.gnomon.archive.directory.DirectoryArchive;
import dev.gnomon.environment.Environment;
import dev.gnomon.environment.Fact;
import dev.gnomon.model.Background;
import dev.gnomon.model.BenchmarkId;
import dev.gnomon.model.Fork;
import dev.gnomon.model.ForkPlan;
import dev.gnomon.model.Iteration;
import dev.gnomon.model.Mode;
import dev.gnomon.model.Noise;
import dev.gnomon.model.Origin;
import dev.gnomon.model.ProfileRef;
import dev.gnomon.model.Revision;
import dev.gnomon.model.Run;
import dev.gnomon.model.RunHead;
import dev.gnomon.model.Sampling;
import dev.gnomon.model.Secondary;
import dev.gnomon.model.Series;
import dev.gnomon.model.WorkerTime;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Runs that nobody measured, by a seed: levels with noise, a change every few hundred runs that
 * takes some benchmarks along, a spike now and then, and a new JDK after 60 % of the runs.
 *
 * @param benchmarks how many benchmarks each run has
 * @param runs how many runs there are, six hours apart
 * @param forks forks of a benchmark in each run, five iterations each
 */
public record SyntheticArchive(int benchmarks, int runs, int forks) implements RunArchive {
  static final String PROJECT = "dev.example:store";
  static final String MODULE = "store-benchmarks";
  private static final Instant FIRST = Instant.parse("2026-01-05T03:00:00Z");
  private static final ForkPlan PLAN =
      new ForkPlan(5, 100_000_000, 5, 100_000_000, 60_000_000_000L);
  private static final int ITERATIONS = 5;
  private static final double NOISE = 0.012;
  private static final int BETWEEN_CHANGES = 170;
  private static final List<String> CLASSES =
      List.of("text.Tokenizer", "cache.LruCache", "index.Search", "json.Reader", "sql.Planner");

  /** Writes an archive: directory, benchmarks, runs, forks. */
  public static void main(String[] arguments) {
    SyntheticArchive synthetic =
        new SyntheticArchive(
            Integer.parseInt(arguments[1]),
            Integer.parseInt(arguments[2]),
            Integer.parseInt(arguments[3]));
    synthetic.copyTo(new DirectoryArchive(Path.of(arguments[0])));
  }

  /** Adds every run to another archive. */
  void copyTo(RunArchive archive) {
    IntStream.range(0, runs).parallel().forEach(i -> archive.add(run(i)));
  }

  @Override
  public RunAddress add(Run run) {
    throw new UnsupportedOperationException("it holds what its seed says");
  }

  @Override
  public List<RunAddress> list(String project, String module) {
    return IntStream.range(0, project.equals(PROJECT) && module.equals(MODULE) ? runs : 0)
        .mapToObj(i -> new RunAddress("" + i, "", startedAt(i), ""))
        .sorted(Comparator.comparing(RunAddress::startedAt).reversed())
        .toList();
  }

  @Override
  public RunHead readHead(RunAddress address) {
    int i = Integer.parseInt(address.path());
    return new RunHead(origin(), revision(i), startedAt(i), environment(i));
  }

  @Override
  public Run read(RunAddress address) {
    return run(Integer.parseInt(address.path()));
  }

  Run run(int i) {
    List<Series> series = new ArrayList<>();
    for (int b = 0; b < benchmarks; b++) {
      series.add(series(b, i));
    }
    return new Run(
        origin(),
        revision(i),
        startedAt(i),
        Duration.ofMinutes(20),
        environment(i),
        new Sampling("annotated", forks, 42, true),
        series,
        List.of());
  }

  static BenchmarkId id(int b) {
    String type = CLASSES.get(b % CLASSES.size());
    return BenchmarkId.of(
        "dev.example." + type + "Benchmark.method" + b / CLASSES.size(),
        b % 3 == 0 ? Map.of("size", "" + (10 << b % 7)) : Map.of(),
        Mode.AVERAGE_TIME,
        1);
  }

  private static Origin origin() {
    return new Origin(PROJECT, MODULE, Origin.MEASURED, "synthetic");
  }

  private static Instant startedAt(int i) {
    return FIRST.plus(Duration.ofHours(6L * i));
  }

  private static Revision revision(int i) {
    return new Revision(
        "%040x".formatted(new BigInteger(160, new Random(i + 17L))),
        "main",
        false,
        Optional.of(startedAt(i).minusSeconds(600)));
  }

  private Environment environment(int i) {
    return new Environment(
        List.of(
            Fact.strict("cpu.model", "Example 3000"),
            Fact.strict("cpu.usable", "4"),
            Fact.strict("jvm.major", i < runs * 6 / 10 ? "17" : "25")));
  }

  private Series series(int b, int i) {
    Random random = new Random(31L * b + 7919L * i);
    double level = level(b, i) * Math.exp(NOISE * random.nextGaussian());
    if (random.nextInt(400) == 0) {
      level *= 1.5;
    }
    List<Fork> all = new ArrayList<>();
    for (int f = 0; f < forks; f++) {
      all.add(fork(f, i, level * Math.exp(NOISE * random.nextGaussian()), random));
    }
    return new Series(id(b), PLAN, "hash" + b, all);
  }

  /** The level without noise: 20 ns to 2 ms, and what the changes so far made of it. */
  private double level(int b, int i) {
    double log = Math.log(20) + Math.log(100_000) * ((b * 37) % 100) / 100.0;
    for (int change = BETWEEN_CHANGES; change <= i; change += BETWEEN_CHANGES) {
      Random size = new Random(1000L * change + b);
      if (size.nextInt(12) == 0) {
        log += size.nextInt(3) == 0 ? -0.08 : 0.06 + 0.1 * size.nextDouble();
      }
    }
    return Math.exp(i < runs * 6 / 10 ? log : log - 0.07);
  }

  private static Fork fork(int round, int i, double level, Random random) {
    List<Iteration> iterations = new ArrayList<>();
    for (int k = 0; k < ITERATIONS; k++) {
      double time = level * Math.exp(0.01 * random.nextGaussian());
      long window = 100_000_000L + random.nextInt(1_000_000);
      long delay = random.nextInt(2_000_000);
      iterations.add(
          new Iteration(
              time * window / (window - delay),
              Math.rint(window / time),
              new WorkerTime(1, window, window - delay, delay),
              Background.NONE));
    }
    TreeMap<String, Secondary> secondary = new TreeMap<>();
    secondary.put("gc.alloc.rate.norm", new Secondary(48, "B/op"));
    return new Fork(
        round,
        startedAt(i),
        List.of(),
        iterations,
        secondary,
        Noise.NONE,
        ProfileRef.OFF,
        Optional.empty());
  }
}
