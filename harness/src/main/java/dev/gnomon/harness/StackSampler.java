package dev.gnomon.harness;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
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
public final class StackSampler implements InternalProfiler {
  private final ProfileOrder order = ProfileOrder.ofThisFork();
  private Ladder ladder;
  private Engine engine;
  private int iterations;

  /** Made by JMH; nothing native happens here, because JMH would swallow its failure. */
  public StackSampler() {}

  @Override
  public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
    if (iteration.getType() == IterationType.MEASUREMENT && iterations++ == 0) {
      try {
        // Once for all iterations: the workers are parked in between.
        start();
      } catch (Throwable e) {
        // Anything, a missing native library above all, must leave the fork as it is.
        giveUp(OneLine.reason(e));
      }
    }
  }

  @Override
  @SuppressWarnings("rawtypes") // JMH's own signature
  public Collection<? extends Result> afterIteration(
      BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
    if (iterations == iteration.getCount() && engine != null) {
      stop();
    }
    return List.of();
  }

  private void start() {
    ladder = new Ladder(Rungs.of(order), order.refused());
    Optional<Engine> started = ladder.climb();
    if (started.isPresent()) {
      engine = started.get();
    } else {
      giveUp(ladder.refusals());
    }
  }

  private void stop() {
    try {
      Engine.Taken taken = engine.stop(order.output());
      if (taken.any()) {
        describe(ladder.status(engine), engine.name(), engine.interval(), taken.samples());
      } else {
        giveUp("not one sample was taken");
      }
    } catch (Throwable e) {
      // As above.
      giveUp(OneLine.reason(e));
    }
  }

  private void giveUp(String reason) {
    engine = null;
    try {
      describe("none: " + reason, "", 0, 0);
    } catch (IOException e) {
      // Without the description the host reports that no profile was left, which is true.
      System.err.println("gnomon: " + e);
    }
  }

  private void describe(String status, String name, long interval, long samples)
      throws IOException {
    Properties description = new Properties();
    description.setProperty("status", OneLine.of(status));
    description.setProperty("engine", name);
    description.setProperty("event", order.event());
    description.setProperty("intervalNs", String.valueOf(interval));
    description.setProperty("samples", String.valueOf(samples));
    try (OutputStream out = Files.newOutputStream(descriptionOf(order.output()))) {
      description.store(out, null);
    }
  }

  static Path descriptionOf(Path output) {
    return output.resolveSibling(output.getFileName() + ".properties");
  }

  @Override
  public String getDescription() {
    return "stack samples of Gnomon";
  }
}
