package it.suite;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
public class Suite {
  @Param({"8", "512"})
  int size;

  @Benchmark
  public long sum() {
    long sum = 0;
    for (int i = 0; i < size; i++) {
      sum += i ^ (sum << 1);
    }
    return sum;
  }
}
