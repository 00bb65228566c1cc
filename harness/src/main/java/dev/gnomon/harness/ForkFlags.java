package dev.gnomon.harness;

import java.io.File;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.profile.ExternalProfiler;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.Result;

/**
 * Adds JVM flags to a fork. JMH's own options for flags replace those of the annotations; a
 * profiler's are added to them. JMH makes the instance itself, so the flags are kept in the class;
 * the host runs one fork at a time.
 */
public final class ForkFlags implements ExternalProfiler {
  private static final String PARALLEL = "-XX:+UseParallelGC";
  private static final String G1_GROWTH = "-XX:GCTimeRatio=2";

  private static volatile List<String> flags = List.of();

  /** Made by JMH. */
  public ForkFlags() {}

  static void set(List<String> next) {
    flags = List.copyOf(next);
  }

  @Override
  public Collection<String> addJVMInvokeOptions(BenchmarkParams params) {
    return List.of();
  }

  @Override
  public Collection<String> addJVMOptions(BenchmarkParams params) {
    return fitting(flags, params.getJvmArgs());
  }

  /**
   * Our flags without the one that keeps the heap of G1 from growing where the parallel collector
   * is wanted, which would shrink its heap by it.
   *
   * @param ours flags of the plan and of the user
   * @param theirs flags of the benchmark
   */
  static List<String> fitting(List<String> ours, Collection<String> theirs) {
    boolean parallel = ours.contains(PARALLEL) || theirs.contains(PARALLEL);
    return ours.stream().filter(flag -> !(parallel && flag.equals(G1_GROWTH))).toList();
  }

  @Override
  public void beforeTrial(BenchmarkParams params) {}

  @Override
  @SuppressWarnings("rawtypes") // JMH's own signature
  public Collection<? extends Result> afterTrial(
      BenchmarkResult result, long pid, File stdout, File stderr) {
    return List.of();
  }

  @Override
  public boolean allowPrintOut() {
    return true;
  }

  @Override
  public boolean allowPrintErr() {
    return true;
  }

  @Override
  public String getDescription() {
    return "JVM flags of Gnomon";
  }
}
