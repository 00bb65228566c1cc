package dev.gnomon.doctor;

import dev.gnomon.doctor.Examined.Lock;
import dev.gnomon.doctor.Examined.Probe;
import dev.gnomon.doctor.Ruler.Jvm;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Judges the JVM that benchmarks would run in, and whether it may be run now. */
final class ProbeJudge {
  /** Gnomon's classes are of this version, and JMH's code needs what came with it. */
  private static final int OLDEST_JDK = 17;

  /** Events that forks sample to explain a change, and only they. */
  private static final List<String> EXPLAINING = List.of("cpu", "wall", "alloc", "lock");

  private ProbeJudge() {}

  static Stream<Finding> judge(Examined examined) {
    return Stream.of(probe(examined), jdk(examined), lock(examined.lock()))
        .flatMap(Optional::stream);
  }

  private static Optional<Finding> probe(Examined examined) {
    Probe probe = examined.probe();
    return switch (probe.end()) {
      case LEFT_OUT -> Optional.empty();
      case ENDED ->
          Optional.of(
              examined.ruler().complete()
                  ? Finding.ok(
                      Check.PROBE_JVM,
                      "ran to its end on " + examined.java(),
                      "Forks start with these flags.")
                  : died(examined, "It ended before it had measured everything"));
      case DIED -> Optional.of(died(examined, "It ended with " + probe.detail()));
      case TIMED_OUT ->
          Optional.of(
              Finding.problem(
                      Check.PROBE_JVM,
                      "was ended after %s%s".formatted(probe.detail(), during(examined.ruler())),
                      "Forks would be as slow or hang as well; Gnomon ends them at their time limit.")
                  .mendedBy(Remedy.advice("Run the goal again when the machine is less busy.")));
      case NOT_STARTED ->
          Optional.of(
              Finding.problem(
                      Check.PROBE_JVM,
                      "could not be started: " + probe.detail(),
                      "No fork can be started either.")
                  .mendedBy(Remedy.setting("-Dperf.jvm=<home of a JDK 17 or newer>")));
    };
  }

  private static Finding died(Examined examined, String how) {
    Ruler ruler = examined.ruler();
    String found = "%s%s%s".formatted(how, during(ruler), said(examined.probe().said()));
    if (ruler.trying().isEmpty()) {
      return Finding.problem(
              Check.PROBE_JVM,
              found,
              "Forks get the same JDK and the same flags, and will fail too.")
          .mendedBy(
              Remedy.setting(
                  "-Dperf.jvmArgs=\"<flags that this JDK takes>\" or another -Dperf.jvm"));
    }
    if (usedInForks(ruler.trying().get(), ruler)) {
      return Finding.problem(
              Check.PROBE_JVM,
              found,
              "Every fork is profiled this way and would end the same way, as a failed benchmark.")
          .mendedBy(Remedy.setting("-Dperf.profile=off"));
    }
    Finding finding =
        Finding.warning(
            Check.PROBE_JVM,
            found,
            "No fork that counts uses this event. One that explains a change would end the same way.");
    return others(ruler.trying().get()).map(finding::mendedBy).orElse(finding);
  }

  /** What forks that explain a change may still sample. */
  private static Optional<Remedy> others(String event) {
    List<String> left = EXPLAINING.stream().filter(other -> !other.equals(event)).toList();
    return left.size() == EXPLAINING.size()
        ? Optional.empty()
        : Optional.of(Remedy.setting("-Dperf.profile.events=" + String.join(",", left)));
  }

  /** The other events are used in forks that explain a change, or not at all. */
  private static boolean usedInForks(String event, Ruler ruler) {
    boolean first =
        ruler.trials().stream()
            .anyMatch(trial -> trial.event().equals("ctimer") && trial.status().equals("ok"));
    return switch (event) {
      case "library", "ctimer" -> true;
      case "itimer" -> !first;
      default -> false;
    };
  }

  private static String during(Ruler ruler) {
    return ruler
        .trying()
        .map(
            event ->
                event.equals("library")
                    ? " while the profiler's library was loaded"
                    : " while the profiler's event %s was tried".formatted(event))
        .orElse("");
  }

  private static String said(String lines) {
    return lines.isBlank() ? "" : "; it said: " + lines;
  }

  private static Optional<Finding> jdk(Examined examined) {
    if (examined.probe().said().contains("UnsupportedClassVersionError")) {
      return Optional.of(
          Finding.problem(
                  Check.JDK,
                  examined.java() + " is older than " + OLDEST_JDK,
                  "Nothing can be measured on it.")
              .mendedBy(Remedy.setting("-Dperf.jvm=<home of a JDK 17 or newer>")));
    }
    return examined.ruler().jvm().map(ProbeJudge::jdk);
  }

  private static Finding jdk(Jvm jvm) {
    String found = "%s %s, %s, %s".formatted(jvm.vm(), jvm.version(), jvm.vendor(), jvm.info());
    if (jvm.info().contains("interpreted mode")) {
      return Finding.problem(
              Check.JDK, found, "Code is interpreted: scores say nothing about compiled code.")
          .mendedBy(Remedy.advice("Remove -Xint from perf.jvmArgs and JAVA_TOOL_OPTIONS."));
    }
    if (jvm.build().contains("debug")) {
      return Finding.problem(
              Check.JDK, found, "A debug build of the JVM checks itself all the time.")
          .mendedBy(Remedy.setting("-Dperf.jvm=<home of a release build>"));
    }
    if (!jvm.vm().contains("HotSpot") && !jvm.vm().contains("OpenJDK")) {
      return Finding.info(
          Check.JDK,
          found,
          "Neither JMH's blackholes nor the profiler were made for this JVM; scores of it compare with its own only.");
    }
    return Finding.ok(Check.JDK, found, "Scores of another JDK are never compared with its own.");
  }

  private static Optional<Finding> lock(Lock lock) {
    return Optional.of(
        switch (lock.state()) {
          case FREE ->
              Finding.ok(Check.MEASURING_LOCK, "nobody measures", "A run can start at once.");
          case HELD ->
              Finding.warning(
                      Check.MEASURING_LOCK,
                      "held by " + (lock.text().isBlank() ? "another build" : lock.text()),
                      "A run waits until it is free. The doctor measured nothing, so as not to disturb.")
                  .mendedBy(Remedy.advice("Run the goal again when that measurement is done."));
          case UNUSABLE ->
              Finding.problem(
                      Check.MEASURING_LOCK,
                      "%s can't be opened: %s".formatted(lock.file(), lock.text()),
                      "It keeps two builds from measuring each other; no run starts without it.")
                  .mendedBy(Remedy.command("sudo chmod a+rw '" + lock.file() + "'"));
        });
  }
}
