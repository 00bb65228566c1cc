package dev.gnomon.harness;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import one.profiler.AsyncProfiler;
import one.profiler.Counter;

/**
 * Tries each event of the profiler on a busy thread, one after the other, and counts the samples
 * that hit it. What is about to be tried is printed first: the library may take the JVM with it.
 */
final class RulerTrials {
  /** Enough for thirty samples at the harness's interval. */
  private static final long BUSY_NS = 300_000_000;

  private static final long EVIDENCE_NS = 1_000_000;

  private static final int UNITS = 100;
  private static final String OWN_FRAMES = "dev/gnomon/harness/Ruler";

  private static final List<Trial> TRIALS =
      List.of(
          new Trial("ctimer", "ctimer", ProfileOrder.USUAL_NS, Busy.COMPUTING),
          new Trial("itimer", "itimer", ProfileOrder.USUAL_NS, Busy.COMPUTING),
          // By this name, because "cpu" turns into ctimer without a word where perf_events fails.
          // As finely as forks that explain a change.
          new Trial("cpu", "cpu-clock", EVIDENCE_NS, Busy.COMPUTING),
          new Trial("wall", "wall", ProfileOrder.USUAL_NS, Busy.PASSING_TIME),
          new Trial("alloc", "alloc", 512 * 1024, Busy.ALLOCATING),
          new Trial("lock", "lock", 10_000, Busy.CONTENDING));

  private final RulerLines lines;
  private final String libraries;
  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final RulerLoop computing = RulerLoop.Kind.CPU.create();
  private final RulerLoop allocating = RulerLoop.Kind.ALLOCATION.create();
  private long unused;

  RulerTrials(RulerLines lines, String libraries) {
    this.lines = lines;
    this.libraries = libraries;
  }

  private enum Busy {
    COMPUTING,
    PASSING_TIME,
    ALLOCATING,
    CONTENDING
  }

  /**
   * An event and how it is provoked.
   *
   * @param name as it is told
   * @param event as the profiler knows it
   * @param interval nanoseconds, or bytes for {@code alloc}
   */
  private record Trial(String name, String event, long interval, Busy busy) {}

  void run() {
    lines.line("trying", Map.of("event", "library"));
    AsyncProfiler profiler;
    try {
      profiler = AsyncProfiler.getInstance(NativeLibrary.in(libraries));
      lines.line("library", Map.of("status", "ok", "version", profiler.getVersion()));
    } catch (Throwable e) {
      // A missing library is a finding like any other.
      lines.line("library", Map.of("status", "failed", "reason", e));
      return;
    }
    for (Trial trial : TRIALS) {
      lines.line("trying", Map.of("event", trial.name()));
      lines.line("event", outcome(profiler, trial));
    }
  }

  private Map<String, Object> outcome(AsyncProfiler profiler, Trial trial) {
    try {
      start(profiler, trial);
      long spent;
      try {
        spent = keepBusy(trial.busy());
      } finally {
        profiler.stop();
      }
      long samples = samples(profiler.dumpCollapsed(Counter.SAMPLES));
      return Map.of(
          "event",
          trial.name(),
          "status",
          "ok",
          "interval",
          trial.interval(),
          "samples",
          samples,
          "spent",
          spent);
    } catch (Throwable e) {
      // As above.
      return Map.of(
          "event", trial.name(),
          "status", "failed",
          "interval", trial.interval(),
          "reason", String.valueOf(e.getMessage()));
    }
  }

  private static void start(AsyncProfiler profiler, Trial trial) throws IOException {
    try {
      profiler.start(trial.event(), trial.interval());
    } catch (IllegalStateException e) {
      if (!trial.name().equals("cpu")) {
        throw e;
      }
      // Without rights the kernel's part may be forbidden, and the user's part allowed.
      profiler.execute(
          "start,event=" + trial.event() + ",interval=" + trial.interval() + ",alluser");
    }
  }

  /**
   * What samples were taken of: nanoseconds on a CPU or passed, bytes, nanoseconds of contention.
   */
  private long keepBusy(Busy busy) throws InterruptedException {
    return switch (busy) {
      case COMPUTING -> compute(this::cpuTime);
      case PASSING_TIME -> compute(System::nanoTime);
      case ALLOCATING -> allocate();
      case CONTENDING -> RulerContention.forMillis(BUSY_NS / 2_000_000);
    };
  }

  private long compute(LongSupplier clock) {
    long before = clock.getAsLong();
    long start = System.nanoTime();
    while (System.nanoTime() - start < BUSY_NS) {
      unused += computing.run(UNITS);
    }
    return clock.getAsLong() - before;
  }

  private long allocate() {
    long units = 0;
    long start = System.nanoTime();
    while (System.nanoTime() - start < BUSY_NS / 2) {
      unused += allocating.run(UNITS);
      units += UNITS;
    }
    return units * RulerLoop.Allocating.BYTES_PER_UNIT;
  }

  private long cpuTime() {
    return threads.isCurrentThreadCpuTimeSupported()
        ? threads.getCurrentThreadCpuTime()
        : System.nanoTime();
  }

  /** Samples with a frame of the ruler's; other threads of this JVM are sampled as well. */
  static long samples(String collapsed) {
    return Collapsed.sum(collapsed, OWN_FRAMES);
  }

  /** The sum of all results, so that no loop can be left out as useless. */
  long unused() {
    return unused;
  }
}
