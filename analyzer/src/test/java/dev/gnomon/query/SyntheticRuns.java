package dev.gnomon.query;

import dev.gnomon.archive.RunAddress;
import dev.gnomon.archive.RunArchive;
import dev.gnomon.environment.Environment;
import dev.gnomon.environment.Fact;
import dev.gnomon.model.BenchmarkId;
import dev.gnomon.model.Failure;
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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * An archive that makes each run when it is read: ten million results as documents would be tens of
 * gigabytes. Two machines, a new JDK after half of the time, one branch in ten runs is another one.
 *
 * @param runs how many
 * @param benchmarks how many each measures
 * @param forks how many each has, of one iteration
 */
record SyntheticRuns(int runs, int benchmarks, int forks) implements RunArchive {
  static final String PROJECT = "dev.example:large";
  static final String MODULE = "core";
  private static final Instant START = Instant.parse("2025-01-01T00:00:00Z");
  private static final ForkPlan PLAN = new ForkPlan(1, 1_000_000_000, 1, 1_000_000_000, 1L << 40);
  private static final int FAILING = 20_000;

  Instant startedAt(int run) {
    return START.plus(Duration.ofMinutes(90L * run));
  }

  String commit(int run) {
    return "%08x".formatted(0x10000000 + run / 2).repeat(5);
  }

  @Override
  public List<RunAddress> list(String project, String module) {
    return IntStream.range(0, runs)
        .mapToObj(i -> runs - 1 - i)
        .map(i -> new RunAddress("v1/large/core/%06d.json.gz".formatted(i), "", startedAt(i), ""))
        .toList();
  }

  @Override
  public Run read(RunAddress address) {
    String path = address.path();
    return run(Integer.parseInt(path.substring(path.lastIndexOf('/') + 1, path.indexOf('.'))));
  }

  private Run run(int number) {
    Random random = new Random(number);
    boolean first = number % 4 != 0;
    String jdk = first && number > runs / 2 ? "21" : "17";
    return new Run(
        new Origin(PROJECT, MODULE, Origin.MEASURED, "0.1.0"),
        new Revision(commit(number), number % 10 == 7 ? "topic" : "main", false, Optional.empty()),
        startedAt(number),
        Duration.ofMinutes(30),
        place(first, jdk),
        new Sampling("annotated", forks, 1, true),
        IntStream.range(0, benchmarks).mapToObj(i -> series(i, number, random)).toList(),
        List.of());
  }

  static Environment place(boolean first, String jdk) {
    return new Environment(
        List.of(
            Fact.strict("cpu.model", first ? "Processor A" : "Processor B"),
            Fact.strict("jvm.major", jdk),
            Fact.soft("jvm.version", jdk + ".0.1"),
            Fact.soft("machine.host", first ? "a" : "b")));
  }

  private Series series(int benchmark, int run, Random random) {
    int steps = run > runs / 3 + benchmark && benchmark % 20 == 0 ? 1 : 0;
    double level = 10 * (1 + benchmark) * Math.pow(1.2, steps);
    BenchmarkId id =
        BenchmarkId.of(
            "org.example.part%02d.Bench%d.m%d".formatted(benchmark / 50, benchmark / 10, benchmark),
            benchmark % 3 == 0 ? Map.of("size", "100") : Map.of(),
            Mode.AVERAGE_TIME,
            1);
    double day = level * Math.exp(random.nextGaussian() / 100);
    return new Series(
        id,
        PLAN,
        "",
        IntStream.range(0, forks).mapToObj(i -> fork(i, run, benchmark, day, random)).toList());
  }

  private Fork fork(int number, int run, int benchmark, double level, Random random) {
    boolean fails = random.nextInt(FAILING) == 0;
    TreeMap<String, Secondary> others = new TreeMap<>();
    if (benchmark % 10 == 0 && !fails) {
      others.put("gc.alloc.rate.norm", new Secondary(24 + 8 * Math.floor(run / 5000.0), "B/op"));
    }
    return new Fork(
        number,
        startedAt(run),
        List.of(),
        fails
            ? List.of()
            : List.of(Iteration.ofScore(level * Math.exp(random.nextGaussian() / 200))),
        others,
        Noise.NONE,
        ProfileRef.OFF,
        fails
            ? Optional.of(new Failure(Failure.Kind.CRASHED, "gone", List.of()))
            : Optional.empty());
  }

  @Override
  public RunAddress add(Run run) {
    throw new UnsupportedOperationException("its runs are made");
  }

  @Override
  public RunHead readHead(RunAddress address) {
    return RunHead.of(read(address));
  }
}
