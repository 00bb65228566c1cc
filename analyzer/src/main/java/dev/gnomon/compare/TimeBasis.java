package dev.gnomon.compare;

import dev.gnomon.model.Fork;
import dev.gnomon.model.Iteration;
import dev.gnomon.model.WorkerTime;
import dev.gnomon.stats.Caveat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Whether both sides of a comparison are scored by uncontended time or by plain wall time. One side
 * is never scored otherwise than the other.
 *
 * @param doubt why it is plain time; empty for uncontended time
 */
public record TimeBasis(Optional<Caveat> doubt) {

  /** Wall time less run-queue delay. */
  public static final TimeBasis UNCONTENDED = new TimeBasis(Optional.empty());

  /** Below this a clock tick of the scheduler is a sizeable part of the window. */
  private static final long SHORTEST_WINDOW_NS = 10_000_000;

  /** A window of which less than this was timed says little about the timed part. */
  private static final double SMALLEST_TIMED_SHARE = 0.5;

  /** Iterations with such a window that a series may have. */
  private static final double LARGEST_UNTIMED_SHARE = 0.2;

  /** Code that runs less than this of its own time is scored by how long it takes in all. */
  private static final double SMALLEST_RUNNING_SHARE = 0.5;

  /** The basis that all of these support. */
  public static TimeBasis of(List<Observed> observed) {
    return observed.stream()
        .map(TimeBasis::of)
        .filter(basis -> !basis.uncontended())
        .findFirst()
        .orElse(UNCONTENDED);
  }

  /** The basis that one series supports. */
  public static TimeBasis of(Observed observed) {
    int workers = observed.series().id().threads();
    if (workers > 1) {
      return plain(
          "its %d threads may wait for each other, and then the delay of one is the work of another"
              .formatted(workers));
    }
    if (workers > observed.cpus()) {
      return plain("it may use less than one CPU, so the delay is its own");
    }
    List<Iteration> iterations =
        observed.series().goodForks().stream().map(Fork::iterations).flatMap(List::stream).toList();
    return iterations.stream()
        .flatMap(iteration -> obstacle(iteration).stream())
        .findFirst()
        .or(() -> mostlyUntimed(iterations))
        .or(() -> mostlyWaiting(iterations))
        .map(TimeBasis::plain)
        .orElse(UNCONTENDED);
  }

  /** What sleeps most of the time is woken late whether or not others hold the CPU. */
  private static Optional<String> mostlyWaiting(List<Iteration> iterations) {
    double running = 0;
    double own = 0;
    for (Iteration iteration : iterations) {
      WorkerTime workers = iteration.workers();
      running += workers.onCpuNs();
      own += Math.max(workers.onCpuNs(), workers.windowNs() - workers.delayNs());
    }
    return running < SMALLEST_RUNNING_SHARE * own
        ? Optional.of("it sleeps or waits by itself most of the time")
        : Optional.empty();
  }

  /** Whether run-queue delay is taken off. */
  public boolean uncontended() {
    return doubt.isEmpty();
  }

  /** One iteration's time per operation in ns on this basis. */
  public double time(Iteration iteration) {
    return uncontended() ? UncontendedTime.of(iteration) : iteration.nsPerOp();
  }

  private static Optional<String> obstacle(Iteration iteration) {
    if (!iteration.workers().delayMeasured()) {
      return Optional.of("the time spent waiting for a CPU was not measured");
    }
    long window = iteration.workers().windowNs();
    if (window < SHORTEST_WINDOW_NS) {
      return Optional.of(
          String.format(
              Locale.ROOT,
              "an iteration lasted %.1f ms, too short to tell waiting from running",
              window / 1e6));
    }
    return Optional.empty();
  }

  /** A busy machine starts some iterations late; on-CPU time bounds what these can do wrong. */
  private static Optional<String> mostlyUntimed(List<Iteration> iterations) {
    long untimed = iterations.stream().filter(TimeBasis::untimed).count();
    return untimed > LARGEST_UNTIMED_SHARE * iterations.size()
        ? Optional.of("most of the recorded window was outside the timed part")
        : Optional.empty();
  }

  private static boolean untimed(Iteration iteration) {
    double timed = iteration.nsPerOp() * iteration.ops();
    return iteration.ops() > 0 && timed < SMALLEST_TIMED_SHARE * iteration.workers().windowNs();
  }

  private static TimeBasis plain(String why) {
    return new TimeBasis(
        Optional.of(
            new Caveat(
                "plain-time",
                "Scored by wall time, which includes waiting for a CPU: " + why + ".")));
  }
}
