package dev.gnomon.history;

import java.util.List;
import java.util.Objects;

/**
 * What an archive says about one module over time.
 *
 * @param project the reactor's root, {@code group:artifact}
 * @param module the module
 * @param branch the branch whose runs these are
 * @param runs the runs, oldest first; may be empty
 * @param places their environments, in the order of their first runs
 * @param benchmarks the benchmarks, sorted by identity
 * @param events what moved together, newest first
 * @param leftOut what was passed over and why, one sentence each
 */
public record History(
    String project,
    String module,
    String branch,
    List<RunMark> runs,
    List<Place> places,
    List<BenchmarkHistory> benchmarks,
    List<Event> events,
    List<String> leftOut) {
  public History {
    Objects.requireNonNull(project, "project");
    Objects.requireNonNull(module, "module");
    Objects.requireNonNull(branch, "branch");
    runs = List.copyOf(runs);
    places = List.copyOf(places);
    benchmarks = List.copyOf(benchmarks);
    events = List.copyOf(events);
    leftOut = List.copyOf(leftOut);
  }
}
