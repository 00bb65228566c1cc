package dev.gnomon.docs;

import dev.gnomon.model.BenchmarkId;
import dev.gnomon.model.ForkPlan;
import dev.gnomon.model.Mode;
import java.util.Map;

/**
 * A benchmark of the example archive, and what happens to it in the story.
 *
 * @param id which
 * @param ns its time at the start, in ns/op
 * @param noise scatter of its forks, in parts of its time
 * @param allocated what it allocates at the start, in bytes an operation
 * @param onNewJdk how many times as long it takes on the newer JDK
 * @param onRegression how many times as long it takes after the careless commit
 * @param drift by how much each small step makes it slower
 */
record ExampleBenchmark(
    BenchmarkId id,
    double ns,
    double noise,
    double allocated,
    double onNewJdk,
    double onRegression,
    double drift) {
  private static final String PACKAGE = "dev.gnomon.sample.";
  private static final ForkPlan PLAN =
      new ForkPlan(5, 200_000_000, 5, 200_000_000, 60_000_000_000L);
  private static final ForkPlan ONCE = new ForkPlan(0, 0, 1, 0, 60_000_000_000L);

  static ExampleBenchmark of(String name, double ns, double noise, double allocated) {
    return new ExampleBenchmark(
        BenchmarkId.of(PACKAGE + name, Map.of(), Mode.AVERAGE_TIME, 1),
        ns,
        noise,
        allocated,
        1,
        1,
        0);
  }

  ExampleBenchmark in(Mode mode) {
    return with(BenchmarkId.of(id.benchmark(), id.params(), mode, id.threads()));
  }

  ExampleBenchmark byThreads(int threads) {
    return with(BenchmarkId.of(id.benchmark(), id.params(), id.mode(), threads));
  }

  ExampleBenchmark sized(int size) {
    return with(BenchmarkId.of(id.benchmark(), Map.of("size", "" + size), id.mode(), id.threads()));
  }

  ExampleBenchmark onNewJdk(double factor) {
    return new ExampleBenchmark(id, ns, noise, allocated, factor, onRegression, drift);
  }

  ExampleBenchmark onRegression(double factor) {
    return new ExampleBenchmark(id, ns, noise, allocated, onNewJdk, factor, drift);
  }

  ExampleBenchmark drifting(double step) {
    return new ExampleBenchmark(id, ns, noise, allocated, onNewJdk, onRegression, step);
  }

  private ExampleBenchmark with(BenchmarkId other) {
    return new ExampleBenchmark(other, ns, noise, allocated, onNewJdk, onRegression, drift);
  }

  ForkPlan plan() {
    return id.mode() == Mode.SINGLE_SHOT ? ONCE : PLAN;
  }
}
