package dev.gnomon.harness.suite;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.Blackhole;

/** Shows what two forks at once do with each other. */
@BenchmarkMode(Mode.AverageTime)
public class TwoAtOnceBenchmark {
  private static final Path FILE = Path.of(System.getProperty("gnomon.test.file", "none"));

  /** Writes down which side begins an iteration. */
  @State(Scope.Benchmark)
  public static class Logged {
    @Setup(Level.Iteration)
    public void begin() throws IOException {
      Files.write(
          FILE,
          List.of(System.getProperty("gnomon.test.side")),
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    }
  }

  /** Bears no second instance. */
  @State(Scope.Benchmark)
  public static class Exclusive {
    private FileChannel channel;

    @Setup(Level.Trial)
    public void begin() throws IOException {
      channel = FileChannel.open(FILE, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = channel.tryLock();
      if (lock == null) {
        throw new IllegalStateException("another instance runs");
      }
    }

    @TearDown(Level.Trial)
    public void end() throws IOException {
      channel.close();
    }
  }

  @Benchmark
  public void logged(Logged state) {
    Blackhole.consumeCPU(1_000);
  }

  @Benchmark
  public void exclusive(Exclusive state) {
    Blackhole.consumeCPU(1_000);
  }
}
