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
import java.util.List;
import java.util.Optional;

/** One measurement while it goes on. */
final class Session {
  private final MeasurementRequest request;
  private final Planner planner;
  private final Progress progress;
  private final ForkRunner runner;
  private final Clock clock;
  private final Instant startedAt;
  private final List<String> notes = new ArrayList<>();
  private List<SingleBenchmark> benchmarks = List.of();
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
    List<Listed> listed = runner.begin();
    requireSome(listed, request.selection());
    benchmarks = listed.stream().map(one -> new SingleBenchmark(one, given(one))).toList();
    progress.begin(listed.stream().map(Listed::id).toList(), plannedForks());
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
        + (int) benchmarks.stream().filter(benchmark -> benchmark.needsPilot(planner)).count();
  }

  private Optional<ForkPlan> given(Listed benchmark) {
    return request.given(benchmark.id()).flatMap(given -> planner.plan(benchmark, given));
  }

  /**
   * A benchmark gets its plan right before its first fork: where time is short, those that are
   * reached have forks that count, and not pilots alone.
   */
  private void plan(SingleBenchmark benchmark) throws InterruptedException {
    if (!benchmark.needsPilot(planner)) {
      benchmark.planWithoutPilot(planner);
      return;
    }
    Fork pilot = runner.pilot(benchmark.listed(), planner.pilot());
    progress.ended(benchmark.id(), pilot);
    benchmark.plan(planner.plan(benchmark.listed(), pilot.warmup()));
    if (!pilot.succeeded()) {
      benchmark.add(pilot, 0);
    }
  }

  private void rounds() throws InterruptedException {
    Deque<Schedule.Slot> slots =
        new ArrayDeque<>(Schedule.rounds(benchmarks.size(), request.forks(), request.seed()));
    while (!slots.isEmpty()) {
      Schedule.Slot slot = slots.remove();
      SingleBenchmark benchmark = benchmarks.get(slot.entry());
      if (benchmark.failed()) {
        progress.skip();
        continue;
      }
      if (progress.exhausted()) {
        notes.add(progress.usedUp());
        return;
      }
      if (!benchmark.planned()) {
        plan(benchmark);
        slots.addFirst(slot);
        continue;
      }
      long began = System.nanoTime();
      Fork fork = runner.run(benchmark.listed(), slot.round(), benchmark.plan());
      benchmark.add(fork, System.nanoTime() - began);
      progress.ended(benchmark.id(), fork);
      runner.requireProfile(benchmark.listed(), fork);
      extend(benchmark).forEach(round -> slots.add(new Schedule.Slot(slot.entry(), round)));
    }
  }

  /** The rounds to measure again: all of them where too many forks had not warmed up. */
  private List<Integer> extend(SingleBenchmark benchmark) {
    Stage stage = benchmark.stage();
    Optional<ForkPlan> longer = new WarmupExtension(planner).after(benchmark.listed(), stage);
    if (longer.isEmpty()) {
      return List.of();
    }
    String tooMany =
        "%s had not warmed up in too many of %d forks"
            .formatted(benchmark.id().shortName(), stage.forks().size());
    // By what they took: an iteration may take longer than its plan says.
    double growth = (double) longer.get().plannedNs() / stage.plan().plannedNs();
    if (progress.leftNs() < growth * benchmark.tookNs()) {
      benchmark.settle();
      notes.add(tooMany + ", and perf.budget leaves no time to measure them again.");
      return List.of();
    }
    benchmark.extend(longer.get());
    progress.plan(stage.forks().size());
    notes.add(
        "%s: warm-up of %d iterations in place of %d, and all of its forks measured again."
            .formatted(tooMany, longer.get().warmupIterations(), stage.plan().warmupIterations()));
    return stage.forks().stream().map(Fork::round).toList();
  }

  void cutShort(String why) {
    complete = false;
    notes.add(progress.cutShort(why));
  }

  Measured measured() {
    List<Series> series = benchmarks.stream().map(one -> one.series(planner)).toList();
    Duration took = Duration.between(startedAt, clock.instant());
    return new Measured(series, runner.facts(), startedAt, took, complete, notes);
  }
}
