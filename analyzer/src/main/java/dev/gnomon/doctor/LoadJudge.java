package dev.gnomon.doctor;

import dev.gnomon.doctor.MachineState.Load;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Judges what else this machine is doing, and what memory it has left. */
final class LoadJudge {
  /** Below this it is the system's own housekeeping, and the tick's rounding. */
  private static final double SOME_CPUS = 0.05;

  /** A busy neighbour slows the other CPU of a core by up to a quarter, with no delay to show. */
  private static final double MANY_CPUS = 0.25;

  /**
   * In a load average, which a build that has just run raises; a task for each CPU is a full one.
   */
  private static final double SOME_TASKS = 0.5;

  /** In percent; Maven's own start raises it to a few percent. */
  private static final double SOME_CPU_PRESSURE = 10;

  /** In percent; forks of both sides then meet different neighbours. */
  private static final double MUCH_CPU_PRESSURE = 40;

  /** In percent; a machine that does not swap stays at zero. */
  private static final double SOME_MEMORY_PRESSURE = 1;

  /** In percent; page faults then cost as much as most benchmarks. */
  private static final double MUCH_MEMORY_PRESSURE = 10;

  private static final long MIB = 1L << 20;

  /** Maven, the JVM that drives JMH and a fork of a small heap, together. */
  private static final long LITTLE_MEMORY = 512 * MIB;

  /** Less than a JVM of default size starts with. */
  private static final long NO_MEMORY = 128 * MIB;

  private LoadJudge() {}

  static Stream<Finding> judge(Examined examined) {
    Load load = examined.machine().load();
    double others =
        RulerFigures.of(examined.ruler(), examined.machine().place().cpus()).otherCpus();
    return Stream.of(
            others(others, load, examined.machine().place().cpus()),
            load.cpuPressure().map(LoadJudge::cpuPressure),
            load.memoryPressure().map(LoadJudge::memoryPressure),
            load.memoryAvailable().map(available -> memory(available, load.memoryTotal())))
        .flatMap(Optional::stream);
  }

  /** Measured beside the ruler; without it the load average, which counts waiting tasks as well. */
  private static Optional<Finding> others(double measured, Load load, int cpus) {
    boolean known = !Double.isNaN(measured);
    if (!known && load.loadAverage().isEmpty()) {
      return Optional.empty();
    }
    double busy = known ? measured : load.loadAverage().get();
    String found =
        known
            ? "kept %s of %d CPUs busy beside the ruler".formatted(number(busy), cpus)
            : "%s tasks ran or waited in the last minute, on %d CPUs".formatted(number(busy), cpus);
    String meaning =
        "Another busy CPU slows code that never waits, and no account shows it; Gnomon spreads each benchmark's forks over the whole run.";
    return Optional.of(
        busy >= (known ? MANY_CPUS : cpus)
            ? Finding.warning(Check.OTHER_LOAD, found, meaning)
                .mendedBy(Remedy.command("ps -eo pcpu,pid,comm --sort=-pcpu | head"))
            : busy >= (known ? SOME_CPUS : SOME_TASKS)
                ? Finding.info(Check.OTHER_LOAD, found, meaning)
                : Finding.ok(Check.OTHER_LOAD, found, "Nothing to stop."));
  }

  private static Finding cpuPressure(double percent) {
    String found = "in %s %% of the last 10 s some task waited for a CPU".formatted(share(percent));
    String meaning =
        "Gnomon takes waiting out of the scores of single-threaded benchmarks, and records the pressure.";
    return percent >= MUCH_CPU_PRESSURE
        ? Finding.warning(Check.CPU_PRESSURE, found, meaning)
            .mendedBy(Remedy.command("ps -eo pcpu,pid,comm --sort=-pcpu | head"))
        : percent >= SOME_CPU_PRESSURE
            ? Finding.info(Check.CPU_PRESSURE, found, meaning)
            : Finding.ok(Check.CPU_PRESSURE, found, "Nothing to stop.");
  }

  private static Finding memoryPressure(double percent) {
    String found =
        "in %s %% of the last 10 s some task waited for memory".formatted(share(percent));
    String meaning = "Page faults fall on any iteration; Gnomon only records them.";
    Remedy remedy = Remedy.command("ps -eo rss,pid,comm --sort=-rss | head");
    return percent >= MUCH_MEMORY_PRESSURE
        ? Finding.problem(Check.MEMORY_PRESSURE, found, meaning).mendedBy(remedy)
        : percent >= SOME_MEMORY_PRESSURE
            ? Finding.warning(Check.MEMORY_PRESSURE, found, meaning).mendedBy(remedy)
            : Finding.ok(Check.MEMORY_PRESSURE, found, "Nothing to stop.");
  }

  private static Finding memory(long available, Optional<Long> total) {
    String found =
        "%d MiB available%s"
            .formatted(available / MIB, total.map(all -> " of " + all / MIB + " MiB").orElse(""));
    String meaning = "Forks may swap or be killed, which is a failed benchmark.";
    Remedy remedy = Remedy.setting("-Dperf.jvmArgs=\"-Xmx256m\"");
    return available < NO_MEMORY
        ? Finding.problem(Check.MEMORY, found, meaning).mendedBy(remedy)
        : available < LITTLE_MEMORY
            ? Finding.warning(Check.MEMORY, found, meaning).mendedBy(remedy)
            : Finding.ok(Check.MEMORY, found, "Enough for a fork.");
  }

  private static String share(double percent) {
    return String.format(Locale.ROOT, percent < 1 ? "%.1f" : "%.0f", percent)
        .replaceAll("\\.0$", "");
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.2f", value).replaceAll("\\.?0+$", "");
  }
}
