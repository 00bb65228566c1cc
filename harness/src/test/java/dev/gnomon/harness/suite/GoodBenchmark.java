package dev.gnomon.harness.suite;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Group;
import org.openjdk.jmh.annotations.GroupThreads;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.infra.Blackhole;

/** One benchmark of each kind; all of them burn about the same. */
@State(Scope.Benchmark)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class GoodBenchmark {
  private static final int TOKENS = 20_000;

  /** A parameter with everything in it that could break a path, a page or a line protocol. */
  @State(Scope.Benchmark)
  public static class Odd {
    @Param({"plain", "line\nbreak \"quoted\" <b> ../x\t|"})
    public String text;
  }

  @Benchmark
  @BenchmarkMode(Mode.AverageTime)
  public void average() {
    Blackhole.consumeCPU(TOKENS);
  }

  @Benchmark
  @BenchmarkMode(Mode.Throughput)
  @Threads(2)
  public void throughput() {
    Blackhole.consumeCPU(TOKENS);
  }

  @Benchmark
  @BenchmarkMode(Mode.SampleTime)
  public void sampled() {
    Blackhole.consumeCPU(TOKENS);
  }

  @Benchmark
  @BenchmarkMode(Mode.SingleShotTime)
  public void single() {
    Blackhole.consumeCPU(TOKENS);
  }

  @Benchmark
  @BenchmarkMode(Mode.AverageTime)
  @OperationsPerInvocation(10)
  public void tenAtOnce() {
    Blackhole.consumeCPU(10 * TOKENS);
  }

  @Benchmark
  @BenchmarkMode(Mode.AverageTime)
  public String odd(Odd odd) {
    System.out.println("a print that must not disturb the channel");
    return odd.text + odd.text.length();
  }

  @Benchmark
  @Group("pair")
  @GroupThreads(1)
  @BenchmarkMode(Mode.Throughput)
  public void left() {
    Blackhole.consumeCPU(TOKENS);
  }

  @Benchmark
  @Group("pair")
  @GroupThreads(1)
  @BenchmarkMode(Mode.Throughput)
  public void right() {
    Blackhole.consumeCPU(TOKENS);
  }
}
