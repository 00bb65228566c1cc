package dev.gnomon.measure.process;

import dev.gnomon.measure.HostCommand;
import dev.gnomon.measure.Listed;
import dev.gnomon.measure.Measured;
import dev.gnomon.measure.MeasurementListener;
import dev.gnomon.measure.MeasurementRequest;
import dev.gnomon.measure.MeasurementRequest.Selection;
import dev.gnomon.measure.Planner;
import dev.gnomon.measure.Schedule;
import dev.gnomon.measure.WarmupExtension;
import dev.gnomon.measure.WarmupExtension.Stage;
import dev.gnomon.model.Fork;
import dev.gnomon.model.ForkPlan;
import dev.gnomon.model.Series;
import dev.gnomon.problem.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One measurement while it goes on. */
final class Session {
  private final MeasurementRequest request;
  private final Planner planner;
  private final Progress progress;
  private final ForkRunner runner;
  private final Clock clock;
  private final Instant startedAt;
  private final Map<Integer, ForkPlan> plans = new HashMap<>();
  private final Map<Integer, List<Fork>> forks = new HashMap<>();
  private final Map<Integer, Long> tookNs = new HashMap<>();
  private final Map<Integer, Integer> extensions = new HashMap<>();
  private final List<String> notes = new ArrayList<>();
  private List<Listed> benchmarks = List.of();
  private boolean complete = true;

  Session(
      HostCommand command, MeasurementRequest request, MeasurementListener listener, Clock clock) {
    this.request = request;
    this.planner = new Planner(request.plan(), request.forkTimeout());
    this.clock = clock;
    this.startedAt = clock.instant();
    this.progress = new Progress(listener, request.budget());
    this.runner = new ForkRunner(command, request, planner, progress, clock);
  }

  void measure() throws InterruptedException {
    try (runner) {
      begin();
      rounds();
    }
  }

  private void begin() throws InterruptedException {
    benchmarks = runner.begin();
    requireSome(benchmarks, request.selection());
    progress.begin(benchmarks.stream().map(Listed::id).toList(), plannedForks());
  }

  /**
   * Fails where a selection names nothing.
   *
   * @throws ProblemException {@code no-benchmark-matches}
   */
  static void requireSome(List<Listed> benchmarks, Selection selection) {
    if (benchmarks.isEmpty()) {
      throw new ProblemException(
          "no-benchmark-matches",
          "No benchmark matches <perf.includes>%s</perf.includes> without <perf.excludes>%s</perf.excludes>. Expected regular expressions that occur in class.method, such as Tokenizer.*parse."
              .formatted(
                  String.join(",", selection.includes()), String.join(",", selection.excludes())));
    }
  }

  private int plannedForks() {
    return benchmarks.size() * request.forks()
        + (int) benchmarks.stream().filter(this::needsPilot).count();
  }

  private boolean needsPilot(Listed benchmark) {
    return planner.needsPilot(benchmark) && given(benchmark).isEmpty();
  }

  private Optional<ForkPlan> given(Listed benchmark) {
    return request.given(benchmark.id()).flatMap(given -> planner.plan(benchmark, given));
  }

  /**
   * A benchmark gets its plan right before its first fork: where time is short, those that are
   * reached have forks that count, and not pilots alone.
   */
  private void plan(Listed benchmark) throws InterruptedException {
    if (!needsPilot(benchmark)) {
      plans.put(benchmark.entry(), given(benchmark).orElseGet(() -> planner.plan(benchmark)));
      return;
    }
    Fork pilot = runner.pilot(benchmark, planner.pilot());
    progress.ended(benchmark.id(), pilot);
    plans.put(benchmark.entry(), planner.plan(benchmark, pilot.warmup()));
    if (!pilot.succeeded()) {
      keep(benchmark, pilot);
    }
  }

  private void rounds() throws InterruptedException {
    Deque<Schedule.Slot> slots =
        new ArrayDeque<>(Schedule.rounds(benchmarks.size(), request.forks(), request.seed()));
    while (!slots.isEmpty()) {
      Schedule.Slot slot = slots.remove();
      Listed benchmark = benchmarks.get(slot.entry());
      if (failed(benchmark)) {
        progress.skip();
        continue;
      }
      if (progress.exhausted()) {
        notes.add(progress.usedUp());
        return;
      }
      if (!plans.containsKey(slot.entry())) {
        plan(benchmark);
        slots.addFirst(slot);
        continue;
      }
      long began = System.nanoTime();
      Fork fork = runner.run(benchmark, slot.round(), plans.get(slot.entry()));
      tookNs.merge(slot.entry(), System.nanoTime() - began, Long::sum);
      progress.ended(benchmark.id(), fork);
      keep(benchmark, fork);
      runner.requireProfile(benchmark, fork);
      extend(benchmark).forEach(slots::add);
    }
  }

  /** Where too many forks had not warmed up, all of the benchmark's are measured again. */
  private List<Schedule.Slot> extend(Listed benchmark) {
    int entry = benchmark.entry();
    ForkPlan plan = plans.get(entry);
    List<Fork> measured = forks.get(entry);
    Stage stage =
        new Stage(plan, given(benchmark).isPresent(), extensions.getOrDefault(entry, 0), measured);
    Optional<ForkPlan> longer = new WarmupExtension(planner).after(benchmark, stage);
    if (longer.isEmpty()) {
      return List.of();
    }
    // By what they took: an iteration may take longer than its plan says.
    double growth = (double) longer.get().plannedNs() / plan.plannedNs();
    if (progress.leftNs() < growth * tookNs.get(entry)) {
      extensions.put(entry, WarmupExtension.MOST_TIMES);
      notes.add(
          "%s had not warmed up in too many of %d forks, and perf.budget leaves no time to measure them again."
              .formatted(benchmark.id().shortName(), measured.size()));
      return List.of();
    }
    plans.put(entry, longer.get());
    extensions.merge(entry, 1, Integer::sum);
    forks.remove(entry);
    tookNs.remove(entry);
    progress.plan(measured.size());
    notes.add(
        "%s had not warmed up in too many of %d forks: warm-up of %d iterations in place of %d, and all of its forks measured again."
            .formatted(
                benchmark.id().shortName(),
                measured.size(),
                longer.get().warmupIterations(),
                plan.warmupIterations()));
    return measured.stream().map(fork -> new Schedule.Slot(entry, fork.round())).toList();
  }

  private void keep(Listed benchmark, Fork fork) {
    forks.computeIfAbsent(benchmark.entry(), entry -> new ArrayList<>()).add(fork);
  }

  private boolean failed(Listed benchmark) {
    return forks.getOrDefault(benchmark.entry(), List.of()).stream().anyMatch(f -> !f.succeeded());
  }

  void cutShort(String why) {
    complete = false;
    notes.add(progress.cutShort(why));
  }

  Measured measured() {
    List<Series> series = new ArrayList<>();
    for (Listed benchmark : benchmarks) {
      List<Fork> own = forks.getOrDefault(benchmark.entry(), List.of());
      // A benchmark that was not reached is kept without forks: it must not vanish.
      ForkPlan plan = plans.getOrDefault(benchmark.entry(), planner.plan(benchmark));
      series.add(new Series(benchmark.id(), plan, benchmark.bytecodeHash(), own));
    }
    Duration took = Duration.between(startedAt, clock.instant());
    return new Measured(series, runner.facts(), startedAt, took, complete, notes);
  }
}
