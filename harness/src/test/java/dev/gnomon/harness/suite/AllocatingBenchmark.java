package dev.gnomon.harness.suite;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;

/** Allocates what is known beforehand. */
@BenchmarkMode(Mode.AverageTime)
public class AllocatingBenchmark {
  @Benchmark
  public byte[] array() {
    return new byte[10_000];
  }
}
