package dev.gnomon.doctor;

import dev.gnomon.doctor.Diagnosis.Figures;
import dev.gnomon.doctor.Diagnosis.Loop;
import dev.gnomon.doctor.Examined.Probe.End;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Judges how alike slices of equal work were, and what came between them. */
final class SteadinessJudge {
  /** The default threshold of the gate: slices that differ less than it can't hide it. */
  private static final double STEADY = 0.03;

  /**
   * A fork's median of some forty iterations still comes close to 3 %; beyond it forks get many.
   */
  private static final double UNSTEADY = 0.10;

  /**
   * So wide that a median of a fork misses by 5 % and more, and no number of forks is affordable.
   */
  private static final double WILD = 0.30;

  /** Below this the correction for waiting is smaller than the effects looked for. */
  private static final double SOME_DELAY = 0.02;

  /** From here on an iteration takes twice its time, and pairs of forks drift apart. */
  private static final double MUCH_DELAY = 0.5;

  /** Steal is in no thread's account: what the hypervisor takes stays in the score. */
  private static final double SOME_STEAL = 0.01;

  /** As large as the largest regressions that slip through reviews. */
  private static final double MUCH_STEAL = 0.10;

  /** A quota that never stops the group leaves exact zeros; a thousandth is a stop in every run. */
  private static final double SOME_THROTTLING = 0.001;

  /** Beyond this a fork's warm-up and its measurement run at different speeds. */
  private static final double MUCH_THROTTLING = 0.10;

  private SteadinessJudge() {}

  static Stream<Finding> judge(Examined examined) {
    Figures figures = RulerFigures.of(examined.ruler(), examined.machine().place().cpus());
    return Stream.of(
            steadiness(figures.loops(), examined.ruler().skipped()),
            delay(figures.loops()),
            steal(figures.stealShare()),
            throttling(figures.throttledShare()),
            schedstat(examined))
        .flatMap(Optional::stream);
  }

  private static Optional<Finding> steadiness(List<Loop> loops, List<String> skipped) {
    if (loops.isEmpty()) {
      return Optional.empty();
    }
    boolean counted = loops.stream().noneMatch(loop -> Double.isNaN(loop.uncontendedSpread()));
    Severity worst =
        loops.stream()
            .map(SteadinessJudge::severity)
            .min(Comparator.naturalOrder())
            .orElse(Severity.OK);
    String found =
        "spread of equal work (SD/median): "
            + loops.stream().map(SteadinessJudge::words).collect(Collectors.joining("; "))
            + (skipped.isEmpty() ? "" : "; left out: " + String.join(", ", skipped));
    String meaning =
        (counted ? "Gnomon judges time without waiting. " : "")
            + switch (worst) {
              case PROBLEM -> "Small changes can't be seen here.";
              case WARNING -> "Changes of a few percent need many forks here.";
              case INFO -> "Medians over many iterations even this out.";
              case OK -> "Steady.";
            };
    Optional<Remedy> remedy =
        worst.compareTo(Severity.WARNING) > 0
            ? Optional.empty()
            : Optional.of(
                Remedy.advice(
                    "Stop other work on this machine and its host, fix the clock, or measure elsewhere; see the findings below."));
    return Optional.of(new Finding(Check.STEADINESS, worst, found, meaning, remedy));
  }

  private static Severity severity(Loop loop) {
    double spread = spread(loop);
    Severity severity =
        spread >= WILD
            ? Severity.PROBLEM
            : spread >= UNSTEADY
                ? Severity.WARNING
                : spread >= STEADY ? Severity.INFO : Severity.OK;
    Severity atMost =
        switch (loop.name()) {
          case "cpu" -> Severity.PROBLEM;
          // Caches are shared with neighbours, but most benchmarks live in the core's own.
          case "memory" -> Severity.WARNING;
          // The collector's turns spread it on any machine; no setting of the machine mends that.
          default -> Severity.INFO;
        };
    return severity.compareTo(atMost) < 0 ? atMost : severity;
  }

  private static double spread(Loop loop) {
    return Double.isNaN(loop.uncontendedSpread()) ? loop.wallSpread() : loop.uncontendedSpread();
  }

  private static String words(Loop loop) {
    String wall = "%s %s by wall time".formatted(loop.name(), percent(loop.wallSpread()));
    return Double.isNaN(loop.uncontendedSpread())
        ? wall
        : wall + ", %s without waiting".formatted(percent(loop.uncontendedSpread()));
  }

  private static Optional<Finding> delay(List<Loop> loops) {
    double worst =
        loops.stream()
            .mapToDouble(Loop::delayShare)
            .filter(share -> !Double.isNaN(share))
            .max()
            .orElse(Double.NaN);
    if (Double.isNaN(worst)) {
      return Optional.empty();
    }
    String found =
        "of its time the ruler waited for a CPU: "
            + loops.stream()
                .map(loop -> "%s %s".formatted(loop.name(), percent(loop.delayShare())))
                .collect(Collectors.joining(", "));
    return Optional.of(
        worst >= MUCH_DELAY
            ? Finding.warning(
                    Check.CPU_DELAY,
                    found,
                    "Gnomon takes waiting out of the scores of single-threaded benchmarks, but runs take several times as long.")
                .mendedBy(Remedy.command("ps -eo pcpu,pid,comm --sort=-pcpu | head"))
            : worst >= SOME_DELAY
                ? Finding.info(
                    Check.CPU_DELAY,
                    found,
                    "Gnomon takes waiting out of the scores of single-threaded benchmarks; those of several threads keep it.")
                : Finding.ok(Check.CPU_DELAY, found, "Nothing to take out."));
  }

  private static Optional<Finding> steal(double share) {
    if (Double.isNaN(share)) {
      return Optional.empty();
    }
    String found = percent(share) + " of the CPU time was taken by the hypervisor";
    String meaning =
        "Steal is in no thread's account and stays in the scores. Gnomon records it for each iteration, and spreads each benchmark's forks over the whole run.";
    Remedy remedy = Remedy.advice("Use a runner whose CPUs are not shared, or another size of it.");
    return Optional.of(
        share >= MUCH_STEAL
            ? Finding.problem(Check.STEAL, found, meaning).mendedBy(remedy)
            : share >= SOME_STEAL
                ? Finding.warning(Check.STEAL, found, meaning).mendedBy(remedy)
                : Finding.ok(Check.STEAL, found, "Nothing to mend."));
  }

  private static Optional<Finding> throttling(double share) {
    if (Double.isNaN(share)) {
      return Optional.empty();
    }
    String found = "for %s of the time a quota stopped the ruler".formatted(percent(share));
    String meaning = "Stops of a quota fall on any iteration. Gnomon records them for each fork.";
    Remedy remedy =
        Remedy.advice(
            "Give the container whole CPUs (docker run --cpuset-cpus=0,1) in place of a quota.");
    return Optional.of(
        share >= MUCH_THROTTLING
            ? Finding.problem(Check.THROTTLING, found, meaning).mendedBy(remedy)
            : share >= SOME_THROTTLING
                ? Finding.warning(Check.THROTTLING, found, meaning).mendedBy(remedy)
                : Finding.ok(Check.THROTTLING, found, "Nothing to mend."));
  }

  private static Optional<Finding> schedstat(Examined examined) {
    boolean linux = examined.machine().place().linux();
    boolean unknown = !examined.machine().place().procfs();
    String source =
        examined.probe().end() == End.LEFT_OUT || examined.ruler().accounts().isEmpty()
            ? unknown ? "absent" : ""
            : examined.ruler().accounts().get();
    String plain =
        "Gnomon judges JMH's plain score and says so as a caveat: time that other processes took stays in it.";
    return switch (source) {
      case "schedstat" ->
          Optional.of(
              Finding.ok(
                  Check.SCHEDSTAT,
                  "the kernel counts how long a thread waits for a CPU",
                  "Gnomon takes that time out of the scores."));
      case "zero" ->
          Optional.of(
              Finding.warning(
                      Check.SCHEDSTAT, "the kernel has the counters and leaves them at zero", plain)
                  .mendedBy(Remedy.command("sudo sysctl kernel.task_delayacct=1")));
      case "absent" ->
          Optional.of(
              Finding.warning(
                      Check.SCHEDSTAT,
                      linux
                          ? "there is no /proc/self/schedstat"
                          : "this system does not tell how long a thread waits for a CPU",
                      plain)
                  .mendedBy(
                      Remedy.advice(
                          linux
                              ? "Measure outside of a sandbox such as gVisor, or on a kernel with CONFIG_SCHED_INFO."
                              : "Measure on Linux where verdicts must be sharp.")));
      default -> Optional.empty();
    };
  }

  private static String percent(double share) {
    double percent = 100 * share;
    // Of some forty slices a spread deserves no more digits than two.
    return String.format(Locale.ROOT, percent < 9.95 ? "%.1f" : "%.0f", percent)
            .replaceAll("\\.0$", "")
        + " %";
  }
}
