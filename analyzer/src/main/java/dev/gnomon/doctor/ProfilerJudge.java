package dev.gnomon.doctor;

import dev.gnomon.doctor.Diagnosis.Trial;
import dev.gnomon.unit.Figures;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Judges what the profiler can see in a fork on this machine. */
final class ProfilerJudge {
  /** Twice as far apart as asked: half the samples, and a change needs twice the forks to show. */
  private static final double SPARSE = 2;

  private static final Map<String, Check> EVENTS =
      Map.of(
          "ctimer", Check.PROFILER_CTIMER,
          "itimer", Check.PROFILER_ITIMER,
          "cpu", Check.PROFILER_CPU,
          "wall", Check.PROFILER_WALL,
          "alloc", Check.PROFILER_ALLOC,
          "lock", Check.PROFILER_LOCK);

  /** What is not told where an event cannot be had that nothing stands in for. */
  private static final Map<Check, String> WITHOUT =
      Map.of(
          Check.PROFILER_WALL, "The report can't name the place where a benchmark waits.",
          Check.PROFILER_ALLOC, "The report can't name the method that allocates more.",
          Check.PROFILER_LOCK, "The report can't name the locks that a benchmark waits for.");

  private ProfilerJudge() {}

  static Stream<Finding> judge(Examined examined) {
    List<Trial> trials =
        RulerFigures.of(examined.ruler(), examined.machine().place().cpus()).trials();
    boolean samples = useful(trials, "ctimer") || useful(trials, "itimer");
    return Stream.concat(
        examined.ruler().library().map(status -> library(status, examined)).stream(),
        trials.stream()
            // What another version of the harness may try is in the figures, without a judgement.
            .filter(trial -> EVENTS.containsKey(trial.event()))
            .map(trial -> event(trial, samples)));
  }

  private static boolean useful(List<Trial> trials, String event) {
    return trials.stream()
        .anyMatch(trial -> trial.event().equals(event) && trial.works() && trial.samples() > 0);
  }

  private static Finding library(String status, Examined examined) {
    if (status.equals("ok")) {
      return Finding.ok(Check.PROFILER, "async-profiler is loaded", "Forks can be profiled.");
    }
    boolean windows = examined.machine().place().windows();
    String found = windows ? "there is none for Windows" : "async-profiler: " + status;
    String meaning =
        "Forks are sampled by JFR, the JVM's own recorder, and by time on the CPU alone. The gate needs no profile.";
    Finding finding =
        windows
            ? Finding.info(Check.PROFILER, found, meaning)
            : Finding.warning(Check.PROFILER, found, meaning);
    return finding.mendedBy(
        windows
            ? Remedy.advice("Measure on Linux to see where a benchmark waits and allocates.")
            : Remedy.advice("Where a directory is the reason, set -Dperf.output to another."));
  }

  private static Finding event(Trial trial, boolean samples) {
    Check check = EVENTS.get(trial.event());
    boolean needed = !samples && check == Check.PROFILER_CTIMER;
    String meanwhile = meanwhile(check, samples);
    if (!trial.works()) {
      String found = "does not work: " + trial.status();
      return worded(needed, check, found, meanwhile, remedy(check));
    }
    if (trial.samples() == 0) {
      return worded(needed, check, "works, but took no sample", meanwhile, Optional.empty());
    }
    if (Double.isNaN(trial.effectiveInterval())) {
      return Finding.ok(check, "works, %d samples".formatted(trial.samples()), "Usable.");
    }
    String unit = check == Check.PROFILER_ALLOC ? "B" : "ns";
    String found =
        "a sample every %s (%s asked for, %d samples)"
            .formatted(
                Figures.quantity(trial.effectiveInterval(), unit),
                Figures.quantity((double) trial.interval(), unit),
                trial.samples());
    return trial.effectiveInterval() > SPARSE * trial.interval()
        ? Finding.info(
            check,
            found,
            "Fewer samples than asked for; Gnomon keeps the profiles, which show less.")
        : Finding.ok(check, found, "Usable.");
  }

  private static Finding worded(
      boolean needed, Check check, String found, String meaning, Optional<Remedy> remedy) {
    Finding finding =
        needed ? Finding.warning(check, found, meaning) : Finding.info(check, found, meaning);
    return remedy.map(finding::mendedBy).orElse(finding);
  }

  /** What takes the event's place; the gate needs none of them. */
  private static String meanwhile(Check check, boolean samples) {
    if (check == Check.PROFILER_CTIMER || check == Check.PROFILER_ITIMER) {
      return samples
          ? "Forks that count are sampled by the other timer."
          : "Forks that count are sampled by JFR, the JVM's own recorder, which shows less.";
    }
    if (check == Check.PROFILER_CPU) {
      return samples
          ? "Forks that explain a change are sampled by a timer, whose clock is coarser."
          : "Forks that explain a change are sampled by JFR, which shows less.";
    }
    return WITHOUT.get(check);
  }

  private static Optional<Remedy> remedy(Check check) {
    return check == Check.PROFILER_CPU
        ? Optional.of(Remedy.command("sudo sysctl kernel.perf_event_paranoid=1"))
        : Optional.empty();
  }
}
