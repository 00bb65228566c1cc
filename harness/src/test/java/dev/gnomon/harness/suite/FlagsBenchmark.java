package dev.gnomon.harness.suite;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Fails in a JVM that has not all flags of an adaptive plan, and names what it has instead. */
@State(Scope.Benchmark)
public class FlagsBenchmark {
  @Setup
  public void look() {
    HotSpotDiagnosticMXBean vm = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
    String found = "";
    if (on(vm, "BackgroundCompilation")) {
      found += " -XX:+BackgroundCompilation";
    }
    if (!on(vm, "AlwaysPreTouch")) {
      found += " -XX:-AlwaysPreTouch";
    }
    String ratio = vm.getVMOption("GCTimeRatio").getValue();
    if (!ratio.equals("2")) {
      found += " -XX:GCTimeRatio=" + ratio;
    }
    if (!found.isEmpty()) {
      throw new IllegalStateException("the JVM runs with" + found);
    }
  }

  private static boolean on(HotSpotDiagnosticMXBean vm, String flag) {
    return Boolean.parseBoolean(vm.getVMOption(flag).getValue());
  }

  @Benchmark
  @BenchmarkMode(Mode.AverageTime)
  public int warm() {
    return 1;
  }

  @Benchmark
  @BenchmarkMode(Mode.AverageTime)
  @Fork(jvmArgsAppend = "-XX:+BackgroundCompilation")
  public int annotated() {
    return 1;
  }

  @Benchmark
  @BenchmarkMode(Mode.SingleShotTime)
  public int cold() {
    return 1;
  }
}
