package dev.gnomon.harness;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * Measures the machine in place of a benchmark: short loops in slices of equal work, then each
 * event of the profiler once. Every line of what it found is printed at once, so that what a crash
 * leaves behind says how far it came. Needs no project and no JMH.
 */
public final class RulerMain {
  private static final long WARMUP_NS = 500_000_000;
  private static final long LOOP_NS = 750_000_000;

  private RulerMain() {}

  /** Started with the directory for native libraries as its only argument. */
  public static void main(String[] args) {
    ParentWatch.start();
    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.US_ASCII);
    Path root = Path.of(System.getProperty("gnomon.root", "/"));
    run(new RulerLines(out), root, args[0]);
    // Whatever a library left running must not keep this JVM.
    Runtime.getRuntime().halt(0);
  }

  private static void run(RulerLines lines, Path root, String libraries) {
    ThreadAccount account = new ThreadAccount(root);
    lines.line("jvm", jvm());
    Machine machine = new Machine(root);
    Map<String, Long> before = machineNow(machine);
    for (RulerLoop.Kind kind : RulerLoop.Kind.values()) {
      measure(lines, kind, account);
    }
    lines.line("accounts", Map.of("source", account.source()));
    lines.line("window", increase(before, machineNow(machine)));
    new RulerTrials(lines, libraries).run();
    lines.line("end", Map.of());
  }

  private static Map<String, Object> jvm() {
    return Map.of(
        "version", System.getProperty("java.version", ""),
        "major", Runtime.version().feature(),
        "vendor", System.getProperty("java.vendor", ""),
        "vm", System.getProperty("java.vm.name", ""),
        "build", System.getProperty("java.vm.version", ""),
        "info", System.getProperty("java.vm.info", ""),
        "heap", Runtime.getRuntime().maxMemory());
  }

  private static void measure(RulerLines lines, RulerLoop.Kind kind, ThreadAccount account) {
    try {
      RulerSlices slices = new RulerSlices(kind.create(), account);
      slices.warmUp(WARMUP_NS);
      // Told afterwards: printing between slices would be seen in them.
      slices.measure(LOOP_NS).forEach(slice -> lines.line("slice", slice.fields(kind.label())));
    } catch (OutOfMemoryError e) {
      lines.line("skipped", Map.of("loop", kind.label(), "reason", "the heap is too small"));
    }
  }

  private static Map<String, Long> machineNow(Machine machine) {
    Map<String, Long> counters = new HashMap<>();
    machine.read(counters);
    counters.put("own", processCpu());
    counters.put("window", System.nanoTime());
    return counters;
  }

  private static long processCpu() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.OperatingSystemMXBean extended
        ? extended.getProcessCpuTime()
        : Reading.UNKNOWN;
  }

  private static Map<String, Object> increase(Map<String, Long> before, Map<String, Long> after) {
    Map<String, Object> increase = new HashMap<>();
    after.forEach(
        (name, value) -> {
          long earlier = before.get(name);
          boolean known = value != Reading.UNKNOWN && earlier != Reading.UNKNOWN;
          increase.put(name, known ? Math.max(0, value - earlier) : Reading.UNKNOWN);
        });
    return increase;
  }
}
