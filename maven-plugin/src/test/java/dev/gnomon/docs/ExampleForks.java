package dev.gnomon.docs;

import dev.gnomon.model.Background;
import dev.gnomon.model.Failure;
import dev.gnomon.model.Fork;
import dev.gnomon.model.Iteration;
import dev.gnomon.model.Mode;
import dev.gnomon.model.Noise;
import dev.gnomon.model.ProfileRef;
import dev.gnomon.model.Secondary;
import dev.gnomon.model.Series;
import dev.gnomon.model.WorkerTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/**
 * What one benchmark of the example archive measures in one run.
 *
 * @param benchmark which
 * @param level its time that day, in ns/op
 * @param allocated what it allocates, in bytes an operation
 * @param waiting largest share of an iteration that it waits for a CPU
 * @param startedAt when its first fork starts
 */
record ExampleForks(
    ExampleBenchmark benchmark, double level, double allocated, double waiting, Instant startedAt) {
  private static final long WINDOW_NS = 200_000_000;
  private static final Failure OUT_OF_MEMORY =
      new Failure(Failure.Kind.OUT_OF_MEMORY, "The fork ran out of memory.", List.of());

  /** Good forks; the first few of them fail where the story says so. */
  Series series(int forks, Random random, int failing) {
    List<Fork> all = new ArrayList<>();
    for (int round = 0; round < forks; round++) {
      double value = level * (1 + benchmark.noise() * random.nextGaussian());
      // The first fork finds cold caches.
      all.add(fork(round, round == 0 ? value * 1.01 : value, random, round < failing));
    }
    return new Series(
        benchmark.id(),
        benchmark.plan(),
        "%08x".formatted(benchmark.id().benchmark().hashCode()),
        all);
  }

  private Fork fork(int round, double value, Random random, boolean fails) {
    List<Iteration> iterations = new ArrayList<>();
    for (int i = 0; i < benchmark.plan().iterations() && !fails; i++) {
      iterations.add(iteration(value * (1 + 0.002 * random.nextGaussian()), random));
    }
    TreeMap<String, Secondary> secondary = new TreeMap<>();
    if (allocated > 0 && !fails) {
      secondary.put("gc.alloc.rate.norm", new Secondary(allocated, "B/op"));
    }
    return new Fork(
        round,
        startedAt.plusSeconds(10L * round),
        List.of(),
        iterations,
        secondary,
        Noise.NONE,
        ProfileRef.OFF,
        fails ? Optional.of(OUT_OF_MEMORY) : Optional.empty());
  }

  private Iteration iteration(double time, Random random) {
    long window = benchmark.id().mode() == Mode.SINGLE_SHOT ? Math.round(time) : WINDOW_NS;
    int threads = benchmark.id().threads();
    long delay = threads > 1 ? 0 : random.nextInt((int) (window * waiting));
    double ops = Math.max(1, Math.rint(threads * (window - delay) / time));
    return new Iteration(
        rounded(time * window / (window - delay)),
        ops,
        new WorkerTime(threads, window, threads * (window - delay), delay),
        Background.NONE);
  }

  /** Five digits are more than anybody measures. */
  private static double rounded(double value) {
    double scale = value < 1000 ? 1000 : 10;
    return Math.rint(value * scale) / scale;
  }
}
