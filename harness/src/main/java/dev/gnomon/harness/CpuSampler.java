package dev.gnomon.harness;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Properties;
import one.profiler.AsyncProfiler;
import one.profiler.Counter;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.runner.IterationType;

/**
 * Samples the stacks of one fork during its measurement iterations and leaves them as collapsed
 * stacks, with how they were taken beside them. It never fails a fork: what went wrong becomes the
 * status. Made by JMH in the fork.
 */
public final class CpuSampler implements InternalProfiler {
  static final String OUTPUT = "gnomon.profile.output";
  static final String LIBRARY = "gnomon.profile.library";
  static final long INTERVAL_NS = 10_000_000;
  // Per-thread timers first: they need no permission and cost nothing measurable at 10 ms.
  private static final List<String> ENGINES = List.of("ctimer", "itimer");

  private final Path output = Path.of(System.getProperty(OUTPUT, ""));
  private AsyncProfiler profiler;
  private String engine = "";
  private int iterations;

  /** Made by JMH; nothing native happens here, because JMH would swallow its failure. */
  public CpuSampler() {}

  @Override
  public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
    if (iteration.getType() == IterationType.MEASUREMENT && iterations++ == 0) {
      try {
        // Once for all iterations: the workers are parked in between.
        start();
      } catch (Throwable e) {
        // Anything, a missing native library above all, must leave the fork as it is.
        giveUp(e);
      }
    }
  }

  @Override
  @SuppressWarnings("rawtypes") // JMH's own signature
  public Collection<? extends Result> afterIteration(
      BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
    if (iterations == iteration.getCount() && !engine.isEmpty()) {
      stop();
    }
    return List.of();
  }

  private void start() {
    String library = System.getProperty(LIBRARY, "");
    profiler = library.isEmpty() ? AsyncProfiler.getInstance() : AsyncProfiler.getInstance(library);
    IllegalStateException refused = null;
    for (String candidate : ENGINES) {
      try {
        profiler.start(candidate, INTERVAL_NS);
        engine = candidate;
        return;
      } catch (IllegalStateException e) {
        refused = e;
      }
    }
    throw refused;
  }

  private void stop() {
    try {
      profiler.stop();
      String stacks = profiler.dumpCollapsed(Counter.TOTAL);
      Files.writeString(output, stacks, StandardCharsets.UTF_8);
      describe(stacks.isEmpty() ? "none: the measurement was too short for a sample" : "ok");
    } catch (Throwable e) {
      giveUp(e);
    }
  }

  private void giveUp(Throwable reason) {
    engine = "";
    try {
      describe("none: " + reason);
    } catch (IOException e) {
      // Without the description the host reports "no profile was left", which is true.
      System.err.println("gnomon: " + e);
    }
  }

  private void describe(String what) throws IOException {
    Properties description = new Properties();
    description.setProperty("status", what);
    description.setProperty("engine", engine);
    description.setProperty("event", "cpu");
    description.setProperty("intervalNs", engine.isEmpty() ? "0" : String.valueOf(INTERVAL_NS));
    try (OutputStream out = Files.newOutputStream(descriptionOf(output))) {
      description.store(out, null);
    }
  }

  static Path descriptionOf(Path output) {
    return output.resolveSibling(output.getFileName() + ".properties");
  }

  @Override
  public String getDescription() {
    return "CPU profile of Gnomon";
  }
}
