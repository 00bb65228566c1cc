package dev.gnomon.harness.suite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;

/** Says which process it runs in, and then never ends. */
@BenchmarkMode(Mode.AverageTime)
public class EndlessBenchmark {
  /** The directory in which the fork leaves a file that is named by its process. */
  public static final String ANNOUNCED = "gnomon.test.announced";

  @Benchmark
  @SuppressWarnings("InfiniteLoopStatement")
  public void spins() throws IOException {
    Files.createFile(
        Path.of(System.getProperty(ANNOUNCED)).resolve("" + ProcessHandle.current().pid()));
    while (true) {
      Thread.onSpinWait();
    }
  }
}
