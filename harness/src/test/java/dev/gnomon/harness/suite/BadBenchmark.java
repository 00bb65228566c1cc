package dev.gnomon.harness.suite;

import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Every way in which a benchmark can fail to give a result. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
public class BadBenchmark {
  private final List<byte[]> kept = new ArrayList<>();

  @Benchmark
  public void throwsUp() {
    throw new IllegalStateException("thrown on purpose");
  }

  @Benchmark
  public void exits() {
    System.out.println("about to exit");
    System.exit(0);
  }

  @Benchmark
  public void exitsWithThree() {
    System.exit(3);
  }

  @Benchmark
  public void halts() {
    Runtime.getRuntime().halt(7);
  }

  @Benchmark
  @SuppressWarnings("InfiniteLoopStatement")
  public void hangs() {
    while (true) {
      Thread.onSpinWait();
    }
  }

  @Benchmark
  @Fork(jvmArgs = "-Xmx32m")
  public int runsOutOfMemory() {
    kept.add(new byte[1 << 20]);
    return kept.size();
  }

  @Benchmark
  public void isKilled() {
    // A process may not destroy itself by its own handle.
    try {
      new ProcessBuilder("kill", "-9", String.valueOf(ProcessHandle.current().pid()))
          .start()
          .waitFor();
    } catch (java.io.IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Benchmark
  @Fork(jvmArgs = "-XX:+NoSuchFlag")
  public void hasFlagsThatNoJvmTakes() {}
}
