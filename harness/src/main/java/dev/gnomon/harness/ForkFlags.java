package dev.gnomon.harness;

import java.io.File;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.profile.ExternalProfiler;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.Result;

/**
 * Adds JVM flags to a fork, those of a plan only where neither the benchmark nor the user says
 * otherwise. JMH's own options for flags replace those of the annotations; a profiler's are added
 * to them. JMH makes the instance itself, so the flags are kept in the class; the host runs one
 * fork at a time.
 */
public final class ForkFlags implements ExternalProfiler {
  private static final String PARALLEL = "-XX:+UseParallelGC";
  private static final String RATIO = "GCTimeRatio";

  private static volatile List<String> planFlags = List.of();
  private static volatile List<String> flags = List.of();

  /** Made by JMH. */
  public ForkFlags() {}

  /**
   * The flags of the next fork.
   *
   * @param plan those of the plan, which everybody else's outrank
   * @param others those of the user and our own
   */
  static void set(List<String> plan, List<String> others) {
    planFlags = List.copyOf(plan);
    flags = List.copyOf(others);
  }

  @Override
  public Collection<String> addJVMInvokeOptions(BenchmarkParams params) {
    return List.of();
  }

  @Override
  public Collection<String> addJVMOptions(BenchmarkParams params) {
    // JMH puts a profiler's flags behind the benchmark's own, where the JVM would prefer them.
    List<String> others = new ArrayList<>(params.getJvmArgs());
    others.addAll(flags);
    List<String> added = new ArrayList<>(unopposed(planFlags, others));
    added.addAll(flags);
    return added;
  }

  /**
   * The flags of a plan that nobody else sets, whatever to. The ratio that keeps the heap of G1
   * from growing is left out for the parallel collector, which would shrink its heap by it.
   *
   * @param plan flags of the plan
   * @param others flags of the benchmark and of the user
   */
  static List<String> unopposed(List<String> plan, List<String> others) {
    Set<String> set = others.stream().map(ForkFlags::option).collect(Collectors.toSet());
    if (others.contains(PARALLEL)) {
      set.add(RATIO);
    }
    return plan.stream().filter(flag -> !set.contains(option(flag))).toList();
  }

  /** {@code AlwaysPreTouch} of {@code -XX:-AlwaysPreTouch}, {@code GCTimeRatio} of one with = 2. */
  private static String option(String flag) {
    return flag.replaceFirst("^-XX:[+-]?", "").replaceFirst("=.*", "");
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
