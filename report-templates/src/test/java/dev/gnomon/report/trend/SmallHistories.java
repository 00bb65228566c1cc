package dev.gnomon.report.trend;

import dev.gnomon.archive.RunAddress;
import dev.gnomon.archive.RunArchive;
import dev.gnomon.environment.Environment;
import dev.gnomon.environment.Fact;
import dev.gnomon.history.ArchiveHistory;
import dev.gnomon.history.History;
import dev.gnomon.history.HistoryQuery;
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
import dev.gnomon.model.Series;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Histories of a few benchmarks, for tests of the site. */
public final class SmallHistories {
  private static final Instant FIRST = Instant.parse("2026-01-05T03:00:00Z");
  private static final int CHANGE = 30;

  private SmallHistories() {}

  /** Two benchmarks that get slower at the thirtieth run, and one that does not. */
  public static History typical(int runs) {
    return of(runs, i -> environment("17"), i -> benchmarks(i, "p.Bench.first", "p.Bench.second"));
  }

  /** The same, with a new JDK from the fortieth run on. */
  static History upgraded(int runs) {
    return of(
        runs,
        i -> environment(i < 40 ? "17" : "25"),
        i -> benchmarks(i, "p.Bench.first", "p.Bench.second"));
  }

  /** Benchmarks whose names try to get out of wherever they are printed. */
  public static History hostile() {
    return of(
        60,
        i -> environment("\"><script>alert(1)</script>"),
        i ->
            benchmarks(
                i,
                "a.b.<script>alert(1)</script>.\"x\" onload='y",
                "../../etc/passwd",
                "a.B.rtl\u202egnp.exe\u2066\u0000]]>&amp;\ud800",
                "a.B.long" + "x".repeat(10_000),
                "a.CON",
                "a.con"));
  }

  private static List<Series> benchmarks(int i, String... names) {
    List<Series> all = new ArrayList<>();
    for (int b = 0; b < names.length; b++) {
      all.add(series(names[b], (100 + 900 * b) * (i < CHANGE ? 1 : 1.2), 10 * i + b));
    }
    all.add(series("p.Bench.steady", 50, 10 * i + 9));
    return all;
  }

  private static History of(
      int runs, IntFunction<Environment> environments, IntFunction<List<Series>> series) {
    List<Run> all =
        IntStream.range(0, runs)
            .mapToObj(i -> run(i, environments.apply(i), series.apply(i)))
            .toList();
    return ArchiveHistory.read(
        new InMemory(all), new HistoryQuery("p:<root>", "core", "main", false));
  }

  private static Environment environment(String jvm) {
    return new Environment(
        List.of(Fact.strict("cpu.model", "Example 3000"), Fact.strict("jvm.major", jvm)));
  }

  private static Run run(int i, Environment environment, List<Series> series) {
    return new Run(
        new Origin("p:<root>", "core", Origin.MEASURED, "test"),
        new Revision("%08x".formatted(0xabcdef00 + i).repeat(5), "main", false, Optional.empty()),
        FIRST.plus(Duration.ofDays(i)),
        Duration.ofMinutes(5),
        environment,
        new Sampling("annotated", 3, 42, true),
        series,
        List.of());
  }

  private static Series series(String name, double level, int seed) {
    Random random = new Random(seed);
    List<Fork> forks = new ArrayList<>();
    double shared = 0.01 * random.nextGaussian();
    for (int round = 0; round < 3; round++) {
      double time = level * Math.exp(shared + 0.008 * random.nextGaussian());
      forks.add(
          new Fork(
              round,
              FIRST,
              List.of(),
              List.of(Iteration.ofScore(time)),
              new TreeMap<>(),
              Noise.NONE,
              ProfileRef.OFF,
              Optional.empty()));
    }
    return new Series(
        BenchmarkId.of(name, Map.of("p", "<i>"), Mode.AVERAGE_TIME, 1),
        new ForkPlan(1, 100_000_000, 1, 100_000_000, 1_000_000_000),
        "hash",
        forks);
  }

  private record InMemory(List<Run> runs) implements RunArchive {
    @Override
    public RunAddress add(Run run) {
      throw new UnsupportedOperationException("it is full");
    }

    @Override
    public List<RunAddress> list(String project, String module) {
      return IntStream.range(0, runs.size())
          .mapToObj(i -> new RunAddress("" + i, "", runs.get(i).startedAt(), ""))
          .toList();
    }

    @Override
    public RunHead readHead(RunAddress address) {
      return RunHead.of(read(address));
    }

    @Override
    public Run read(RunAddress address) {
      return runs.get(Integer.parseInt(address.path()));
    }
  }
}
