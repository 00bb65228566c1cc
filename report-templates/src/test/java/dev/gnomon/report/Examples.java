package dev.gnomon.report;

import dev.gnomon.compare.Baseline;
import dev.gnomon.environment.Environment;
import dev.gnomon.environment.Fact;
import dev.gnomon.evaluation.Drifts;
import dev.gnomon.evaluation.Evaluation;
import dev.gnomon.evaluation.Evaluator;
import dev.gnomon.gate.GatePolicy;
import dev.gnomon.gate.Judgement.Effect;
import dev.gnomon.gate.Rule;
import dev.gnomon.model.Background;
import dev.gnomon.model.BenchmarkId;
import dev.gnomon.model.Failure;
import dev.gnomon.model.Fork;
import dev.gnomon.model.ForkPlan;
import dev.gnomon.model.Iteration;
import dev.gnomon.model.Metric;
import dev.gnomon.model.Mode;
import dev.gnomon.model.Noise;
import dev.gnomon.model.Origin;
import dev.gnomon.model.ProfileRef;
import dev.gnomon.model.Revision;
import dev.gnomon.model.Run;
import dev.gnomon.model.Sampling;
import dev.gnomon.model.Secondary;
import dev.gnomon.model.Series;
import dev.gnomon.model.WorkerTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/** Runs that look like real ones, drawn from a seed. */
public final class Examples {
  public static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
  private static final int FORKS = 5;

  /** What one benchmark of an example is like. */
  public record Bench(
      BenchmarkId id, double ns, double shift, double spread, double bytes, double bytesShift) {
    static Bench of(
        String name, Map<String, String> params, double ns, double shift, double spread) {
      return new Bench(
          BenchmarkId.of(name, params, Mode.AVERAGE_TIME, 1), ns, shift, spread, 48, 0);
    }

    Bench allocating(double before, double after) {
      return new Bench(id, ns, shift, spread, before, after - before);
    }

    Bench with(Mode mode, int threads) {
      return new Bench(
          new BenchmarkId(id.benchmark(), id.params(), mode, threads),
          ns,
          shift,
          spread,
          bytes,
          bytesShift);
    }
  }

  private Examples() {}

  /** One regression, one improvement, one undecided, a failure, a new and a missing benchmark. */
  public static Example typical() {
    return new Example(typicalBenches(), typicalExtras(), FORKS, 4);
  }

  /** The same without any baseline. */
  public static Example alone() {
    return new Example(typicalBenches(), typicalExtras(), FORKS, 0);
  }

  /** One regression and nothing else, for a page that a person can review. */
  public static Example small() {
    return new Example(typicalBenches().subList(0, 1), List.of(), 3, 1);
  }

  /** So many benchmarks, a tenth of them slower. */
  public static Example many(int count) {
    List<Bench> benches = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double shift = i % 10 == 0 ? 0.2 : i % 17 == 0 ? -0.2 : 0;
      benches.add(
          Bench.of(
              "org.example.suite%d.Bench%d.method%d".formatted(i % 7, i % 50, i),
              Map.of("size", Integer.toString(i)),
              10 + 37.0 * i,
              shift,
              i % 13 == 0 ? 0.05 : 0.006));
    }
    return new Example(benches, List.of(), FORKS, 3);
  }

  /** Names that try to break out of every format. */
  public static Example hostile() {
    String shell = "$(rm -rf ~)`id`';\"";
    return new Example(
        List.of(
            Bench.of("a.b.<script>alert(1)</script>.\"x\" onload='y", Map.of(), 100, 0.3, 0.004),
            Bench.of(
                "a.B.pipe|`tick`*star*@user",
                Map.of("p", "line\nbreak\r\n::error::forged"),
                80,
                0.3,
                0.004),
            Bench.of(
                "a.B.rtl\u202egnp.exe\u2066",
                Map.of("p", "\u001b[31mred\u0007\u0000"),
                70,
                0.3,
                0.004),
            Bench.of(
                "a.B.long" + "x".repeat(10_000),
                Map.of("p", "]]>&amp;\ufffe\ud800"),
                60,
                0.3,
                0.004),
            Bench.of("../../etc/passwd", Map.of("p", shell), 50, 0.3, 0.004)),
        List.of(
            failing(
                BenchmarkId.of("a.B.fails<b>", Map.of(), Mode.AVERAGE_TIME, 1),
                "<img src=x onerror=alert(1)>\u001b[2J")),
        FORKS,
        3);
  }

  private static List<Bench> typicalBenches() {
    String text = "dev.gnomon.sample.text.";
    return List.of(
        Bench.of(text + "TokenizerBenchmark.parse", Map.of("size", "1000"), 812, 0.143, 0.008),
        Bench.of(text + "TokenizerBenchmark.parse", Map.of("size", "10"), 18.4, 0.0, 0.004),
        Bench.of("dev.gnomon.sample.cache.CacheBenchmark.get", Map.of(), 31.2, -0.121, 0.009),
        Bench.of("dev.gnomon.sample.cache.CacheBenchmark.put", Map.of(), 95, 0.02, 0.035)
            .with(Mode.AVERAGE_TIME, 2),
        Bench.of("dev.gnomon.sample.index.IndexBenchmark.build", Map.of(), 2_412_000, 0.001, 0.006)
            .allocating(1_204_512, 1_310_880)
            .with(Mode.SAMPLE_TIME, 1),
        Bench.of("dev.gnomon.sample.index.IndexBenchmark.search", Map.of(), 15_300, 0.0, 0.005)
            .with(Mode.THROUGHPUT, 1),
        Bench.of(
            text + "EditDistanceBenchmark.distance", Map.of("length", "64"), 4_120, -0.002, 0.004),
        Bench.of(
            text + "EditDistanceBenchmark.distance", Map.of("length", "8"), 88.1, 0.001, 0.004));
  }

  private static List<Series> typicalExtras() {
    return List.of(
        failing(
            BenchmarkId.of(
                "dev.gnomon.sample.cache.CacheBenchmark.evict", Map.of(), Mode.AVERAGE_TIME, 1),
            "java.lang.IllegalStateException: the cache is empty"));
  }

  private static Series failing(BenchmarkId id, String reason) {
    Failure failure =
        new Failure(
            Failure.Kind.THREW,
            reason,
            List.of(
                "# Warmup Iteration   1: <failure>",
                reason,
                "\tat dev.gnomon.sample.cache.LruCache.evict(LruCache.java:61)"));
    Fork fork =
        new Fork(
            0,
            NOON,
            List.of(),
            List.of(),
            new TreeMap<>(),
            Noise.NONE,
            ProfileRef.OFF,
            Optional.of(failure));
    return new Series(id, plan(), "", List.of(fork));
  }

  private static ForkPlan plan() {
    return new ForkPlan(20, 100_000_000L, 30, 100_000_000L, 60_000_000_000L);
  }

  /**
   * A candidate and its baseline.
   *
   * @param benches what both sides have
   * @param extras what only the candidate has
   * @param forks forks a benchmark and run
   * @param runs runs of the baseline
   */
  public record Example(List<Bench> benches, List<Series> extras, int forks, int runs) {

    public Run candidate() {
      return run(0, true);
    }

    public List<Run> baseline() {
      List<Run> all = new ArrayList<>();
      for (int i = 1; i <= runs; i++) {
        all.add(run(i, false));
      }
      return all;
    }

    public Evaluation evaluation() {
      return evaluation(0.03);
    }

    public Evaluation evaluation(double threshold) {
      Effect none = runs == 0 ? Effect.PASSES : Effect.FAILS;
      GatePolicy policy =
          new GatePolicy(
              Rule.defaults(threshold, Effect.FAILS, Effect.WARNS), 0.05, Effect.FAILS, none);
      String choice =
          runs == 0
              ? "This run was measured, not checked."
              : "the last " + runs + " runs of main, newest main@1111111 of 19 Nov 2026";
      return Evaluator.evaluate(candidate(), new Baseline(baseline(), choice), policy);
    }

    /** The same beside its drift from the oldest run of the baseline, as it was before it grew. */
    public Evaluation drifted(String release) {
      Run oldest = new Example(grown(), List.of(), forks, runs).baseline().get(runs - 1);
      return evaluation()
          .with(
              Drifts.judge(
                  candidate(),
                  new Baseline(List.of(oldest), "the last run of 5555555"),
                  release,
                  evaluation().policy(),
                  Effect.WARNS,
                  List.of()));
    }

    /** Each benchmark four per cent faster than it is now. */
    private List<Bench> grown() {
      return benches.stream()
          .map(
              b ->
                  new Bench(
                      b.id(), b.ns() * 0.96, b.shift(), b.spread(), b.bytes(), b.bytesShift()))
          .toList();
    }

    private Run run(int age, boolean candidate) {
      List<Series> series = new ArrayList<>();
      for (int i = 0; i < benches.size(); i++) {
        boolean fresh = candidate && i == benches.size() - 1 && !extras.isEmpty();
        boolean shown = !(fresh || (!candidate && i == benches.size() - 2 && !extras.isEmpty()));
        if (shown || runs == 0) {
          series.add(series(benches.get(i), age, candidate, 1000L * age + i));
        }
      }
      if (candidate) {
        series.addAll(extras);
      }
      String commit = Integer.toString(age + 1).repeat(40).substring(0, 40);
      return new Run(
          new Origin("dev.gnomon:gnomon", "sample-project", Origin.MEASURED, "0.1.0"),
          new Revision(commit, candidate ? "faster-tokens" : "main", candidate, Optional.of(NOON)),
          NOON.minus(Duration.ofDays(age)),
          Duration.ofSeconds(192),
          environment(candidate),
          new Sampling("adaptive", forks, 42, true),
          series,
          candidate ? List.of("JMH's list was missing and was generated.") : List.of());
    }

    private Series series(Bench bench, int age, boolean candidate, long seed) {
      Random random = new Random(seed);
      List<Fork> all = new ArrayList<>();
      for (int round = 0; round < forks; round++) {
        double level =
            bench.ns()
                * Math.exp(
                    (candidate ? Math.log1p(bench.shift()) : 0)
                        + bench.spread() * random.nextGaussian());
        double bytes = bench.bytes() + (candidate ? bench.bytesShift() : 0);
        all.add(fork(bench, round, age, level, bytes, random));
      }
      return new Series(bench.id(), plan(), "c0ffee", all);
    }

    private static Fork fork(
        Bench bench, int round, int age, double level, double bytes, Random random) {
      List<Iteration> warmup = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        warmup.add(iteration(level * (1 + 2.5 * Math.exp(-i / 2.0)), bench, random));
      }
      List<Iteration> measured = new ArrayList<>();
      for (int i = 0; i < 30; i++) {
        measured.add(iteration(level, bench, random));
      }
      TreeMap<String, Secondary> secondary = new TreeMap<>();
      secondary.put(Metric.ALLOCATION.name(), new Secondary(bytes, "B/op"));
      long window = 3_000_000_000L;
      long pressure = (long) (window * (round == 2 ? 0.34 : 0.02 + 0.03 * random.nextDouble()));
      return new Fork(
          round,
          NOON.minus(Duration.ofDays(age))
              .plusSeconds(31L * round + Math.floorMod(bench.id().benchmark().hashCode(), 29)),
          warmup,
          measured,
          secondary,
          new Noise(window, window / 400, pressure, 0, 0, pressure, 12 + round, 0, 2_900_000),
          new ProfileRef("ok", "profile.collapsed", "cpu", "ctimer", 1_000_000),
          Optional.empty());
    }

    private static Iteration iteration(double ns, Bench bench, Random random) {
      long window = 100_000_000L;
      int threads = bench.id().threads();
      double share = Math.min(0.5, Math.abs(random.nextGaussian()) * 0.03);
      double wall = ns * (1 + 0.004 * random.nextGaussian()) / (1 - share);
      long delay = (long) (window * threads * share);
      long blocked = (long) (threads > 1 ? 0.2 * window * threads : 0);
      WorkerTime workers =
          new WorkerTime(threads, window, window * threads - delay - blocked, delay);
      Background background =
          new Background(
              window * 2,
              window / 20,
              random.nextInt(900_000),
              0,
              random.nextInt(400_000),
              0,
              delay);
      return new Iteration(wall, window * (double) threads / wall, workers, background);
    }
  }

  private static Environment environment(boolean candidate) {
    return new Environment(
        List.of(
            Fact.strict("cpu.model", "AMD EPYC 7763 64-Core Processor"),
            Fact.strict("cpu.usable", "2"),
            Fact.strict("jvm.vendor", "Eclipse Adoptium"),
            Fact.strict("jvm.major", "17"),
            Fact.soft("jvm.version", candidate ? "17.0.13+11" : "17.0.12+7"),
            Fact.soft("os.kernel", candidate ? "6.12.57" : "6.12.48"),
            Fact.soft("memory.total", "7.8 GB"),
            Fact.soft("machine.boot", "4f1c"),
            Fact.strict("jmh.version", "1.37")));
  }
}
