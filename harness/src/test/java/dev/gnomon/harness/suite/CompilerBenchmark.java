package dev.gnomon.harness.suite;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Fails in a JVM whose compilers run beside the code that they compile. */
@State(Scope.Benchmark)
public class CompilerBenchmark {
  @Setup
  public void look() {
    String background =
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
            .getVMOption("BackgroundCompilation")
            .getValue();
    if (Boolean.parseBoolean(background)) {
      throw new IllegalStateException("compiled in the background");
    }
  }

  @Benchmark
  @BenchmarkMode(Mode.AverageTime)
  public int foreground() {
    return 1;
  }

  @Benchmark
  @BenchmarkMode(Mode.SingleShotTime)
  public int cold() {
    return 1;
  }
}
