package dev.gnomon.docs;

import dev.gnomon.environment.Environment;
import dev.gnomon.environment.Fact;
import dev.gnomon.model.Mode;
import dev.gnomon.model.Origin;
import dev.gnomon.model.Revision;
import dev.gnomon.model.Run;
import dev.gnomon.model.Sampling;
import dev.gnomon.model.Series;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * The runs of {@code examples/archive}. Nobody measured them; they are a story, told by a seed:
 *
 * <ul>
 *   <li>ci-1 measures main on every working day from 31 August to 20 November 2026, and from
 *       October ci-2, another machine, does on Saturdays;
 *   <li>on 30 September ci-1 gets JDK 25 in place of 17;
 *   <li>on 2 October release 1.0 is made, {@value #RELEASE_COMMIT};
 *   <li>on 21 October a commit copies the text before it is split into words: TokenizerBenchmark
 *       gets slower and allocates more, and so does what builds an index of words;
 *   <li>TextIndexBenchmark.search gets slower by 0.6 % every fourth day from then on, which no
 *       check notices;
 *   <li>two threads at one lock are too noisy to be judged, now and then an index does not fit into
 *       memory, and NormalizerBenchmark is deleted after four weeks.
 * </ul>
 */
final class ExampleStory {
  static final String PROJECT = "dev.gnomon:gnomon";
  static final String MODULE = "gnomon-sample-project";
  static final String RELEASE_COMMIT = "9c41d02";

  private static final Instant MONDAY = Instant.parse("2026-08-31T01:00:00Z");
  private static final int WEEKS = 12;
  private static final int WORKING_DAYS = 5;
  private static final int RELEASE = 24;
  private static final int NEW_JDK = 22;
  private static final int REGRESSION = 37;
  private static final int DELETED = 20;
  private static final int FIRST_SATURDAY = 4;
  private static final int FORKS = 5;
  private static final double MORE_ALLOCATED = 1.3;
  private static final double SLOWER_THERE = 1.31;
  private static final double MOST_WAITING = 0.08;
  private static final double MOST_WAITING_THERE = 0.25;

  private static final List<ExampleBenchmark> BENCHMARKS =
      List.of(
          ExampleBenchmark.of("cache.LruCacheBenchmark.get", 41, 0.010, 0)
              .in(Mode.SAMPLE_TIME)
              .onNewJdk(0.95),
          ExampleBenchmark.of("cache.LruCacheBenchmark.getByTwoThreads", 118, 0.11, 0)
              .byThreads(2)
              .onNewJdk(0.97),
          ExampleBenchmark.of("index.TextIndexBenchmark.build", 8.6e6, 0.025, 3.1e6)
              .in(Mode.SINGLE_SHOT)
              .onRegression(1.08),
          ExampleBenchmark.of("index.TextIndexBenchmark.search", 2140, 0.006, 1416)
              .in(Mode.THROUGHPUT)
              .onNewJdk(1.01)
              .drifting(0.006),
          ExampleBenchmark.of("text.EditDistanceBenchmark.between", 12_300, 0.004, 0)
              .onNewJdk(0.88),
          ExampleBenchmark.of("text.NormalizerBenchmark.fold", 310, 0.008, 152),
          ExampleBenchmark.of("text.TokenizerBenchmark.words", 640, 0.007, 2104)
              .sized(10)
              .onRegression(1.09),
          ExampleBenchmark.of("text.TokenizerBenchmark.words", 58_400, 0.006, 196_000)
              .sized(1000)
              .onNewJdk(0.99)
              .onRegression(1.12));

  private ExampleStory() {}

  /** All runs, oldest first; the same on every call. */
  static List<Run> runs() {
    List<Run> all = new ArrayList<>();
    for (int week = 0; week < WEEKS; week++) {
      for (int day = 0; day < WORKING_DAYS; day++) {
        int commit = WORKING_DAYS * week + day;
        all.add(run(commit, MONDAY.plus(Duration.ofDays(7L * week + day)), false));
      }
      if (week >= FIRST_SATURDAY) {
        all.add(
            run(
                WORKING_DAYS * week + WORKING_DAYS - 1,
                MONDAY.plus(Duration.ofDays(7L * week + WORKING_DAYS)),
                true));
      }
    }
    return all;
  }

  private static Run run(int commit, Instant at, boolean second) {
    Random random = new Random(1000L * commit + (second ? 1 : 0));
    boolean newJdk = second || commit >= NEW_JDK;
    double cacheToday = 1 + 0.015 * random.nextGaussian();
    double textToday = 1 + 0.004 * random.nextGaussian();
    List<Series> series = new ArrayList<>();
    for (ExampleBenchmark benchmark : BENCHMARKS) {
      boolean cache = benchmark.id().benchmark().contains(".cache.");
      ExampleForks forks =
          new ExampleForks(
              benchmark,
              level(benchmark, commit, newJdk)
                  * (cache ? cacheToday : textToday)
                  * (second ? SLOWER_THERE : 1),
              allocated(benchmark, commit),
              second ? MOST_WAITING_THERE : MOST_WAITING,
              at.plus(Duration.ofMinutes(series.size())));
      if (commit < DELETED || !benchmark.id().benchmark().contains("Normalizer")) {
        series.add(forks.series(FORKS, random, failing(benchmark, commit, second)));
      }
    }
    return new Run(
        new Origin(PROJECT, MODULE, Origin.MEASURED, "0.1.0"),
        new Revision(commit(commit), "main", false, Optional.of(at.minusSeconds(36_000))),
        at,
        Duration.ofSeconds(420 + random.nextInt(60)),
        environment(newJdk, second),
        new Sampling("annotated", FORKS, 42, true),
        series,
        List.of());
  }

  private static double level(ExampleBenchmark benchmark, int commit, boolean newJdk) {
    int steps = Math.max(0, commit - RELEASE) / 4;
    return benchmark.ns()
        * (newJdk ? benchmark.onNewJdk() : 1)
        * (commit >= REGRESSION ? benchmark.onRegression() : 1)
        * (1 + steps * benchmark.drift());
  }

  private static double allocated(ExampleBenchmark benchmark, int commit) {
    boolean more = commit >= REGRESSION && benchmark.onRegression() > 1;
    return Math.rint(benchmark.allocated() * (more ? MORE_ALLOCATED : 1));
  }

  private static int failing(ExampleBenchmark benchmark, int commit, boolean second) {
    boolean large = benchmark.id().mode() == Mode.SINGLE_SHOT && second;
    return large && commit % 3 == 0 ? 1 : 0;
  }

  private static String commit(int number) {
    String digits =
        "%040x".formatted(new BigInteger(160, new Random(0x9E3779B97F4A7C15L * (number + 1))));
    return number == RELEASE ? RELEASE_COMMIT + digits.substring(RELEASE_COMMIT.length()) : digits;
  }

  private static Environment environment(boolean newJdk, boolean second) {
    return new Environment(
        List.of(
            Fact.strict("cpu.model", second ? "Example 2000" : "Example 3000"),
            Fact.strict("cpu.usable", second ? "2" : "4"),
            Fact.strict("jvm.major", newJdk ? "25" : "17"),
            Fact.soft("jvm.version", newJdk ? "25.0.1+8" : "17.0.17+10"),
            Fact.soft("machine.host", second ? "ci-2" : "ci-1"),
            Fact.strict("os.family", "linux")));
  }
}
