package dev.gnomon.harness.suite;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.infra.Blackhole;

/** Behaves otherwise on either side of an interleaved measurement. */
@BenchmarkMode(Mode.AverageTime)
public class SidedBenchmark {
  private static final String SIDE = System.getProperty("gnomon.test.side", "");

  @Benchmark
  public void slower() {
    Blackhole.consumeCPU(SIDE.equals("candidate") ? 4_000 : 1_000);
  }

  @Benchmark
  public void same() {
    Blackhole.consumeCPU(1_000);
  }

  @Benchmark
  public void added() {
    if (SIDE.equals("baseline")) {
      throw new NoSuchMethodError("Library.added()");
    }
    Blackhole.consumeCPU(1_000);
  }

  @Benchmark
  public void broken() {
    if (SIDE.equals("candidate")) {
      throw new IllegalStateException("broken by the change");
    }
    Blackhole.consumeCPU(1_000);
  }
}
