package dev.gnomon.harness;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/**
 * Reads, before and after each iteration, what the kernel and the JVM accounted: to the workers, to
 * the other threads, to the rest of the machine. The figures travel to the host as results whose
 * names begin with {@link #PREFIX}. Made by JMH in the fork.
 */
public final class IterationProbe implements InternalProfiler {
  static final String PREFIX = "gnomon.";

  private final Accounts accounts;
  private Reading before;
  private boolean watched;
  private Turn turn;

  /** Made by JMH. */
  public IterationProbe() {
    // The root is a property so that a machine without /proc can be simulated.
    accounts = new Accounts(Path.of(System.getProperty("gnomon.root", "/")));
  }

  @Override
  public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
    try {
      if (!watched) {
        watched = true;
        startWatch(benchmark);
        turn = Turn.ofThisFork();
      }
      turn.await();
      before = accounts.readBefore();
    } catch (RuntimeException | LinkageError e) {
      // Measuring more must never cost a measurement: the figures are left out instead.
      before = null;
    }
  }

  @Override
  @SuppressWarnings("rawtypes") // JMH's own signature
  public Collection<? extends Result> afterIteration(
      BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
    List<Result> results = new ArrayList<>();
    try {
      if (before != null) {
        Map<String, Long> figures = accounts.readAfter(benchmark.getThreads()).since(before);
        figures.forEach((name, value) -> results.add(scalar(name, value)));
      }
    } catch (RuntimeException | LinkageError e) {
      results.clear();
    } finally {
      if (turn != null) {
        turn.pass();
      }
    }
    return results;
  }

  private static void startWatch(BenchmarkParams benchmark) {
    if (benchmark.getForks() > 0) {
      ParentWatch.start();
    }
  }

  private static ScalarResult scalar(String name, long value) {
    return new ScalarResult(PREFIX + name, value, "#", AggregationPolicy.AVG);
  }

  @Override
  public String getDescription() {
    return "Scheduler accounting of Gnomon";
  }
}
