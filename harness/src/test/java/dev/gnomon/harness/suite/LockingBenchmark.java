package dev.gnomon.harness.suite;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.infra.Blackhole;

/** Two threads that want one lock and hold it for so long that nobody spins that long. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
public class LockingBenchmark {
  private final Object lock = new Object();

  @Benchmark
  @Threads(2)
  public void contended() {
    synchronized (lock) {
      Blackhole.consumeCPU(200_000);
    }
  }
}
