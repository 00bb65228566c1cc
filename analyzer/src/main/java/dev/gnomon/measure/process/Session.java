package dev.gnomon.measure.process;

import dev.gnomon.environment.Fact;
import dev.gnomon.measure.HostCommand;
import dev.gnomon.measure.Listed;
import dev.gnomon.measure.Measured;
import dev.gnomon.measure.MeasurementListener;
import dev.gnomon.measure.MeasurementRequest;
import dev.gnomon.measure.MeasurementRequest.ProfileMode;
import dev.gnomon.measure.Planner;
import dev.gnomon.measure.Schedule;
import dev.gnomon.measure.WarmupRule;
import dev.gnomon.model.Fork;
import dev.gnomon.model.ForkPlan;
import dev.gnomon.model.Series;
import dev.gnomon.problem.ProblemException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One measurement while it goes on. */
final class Session {
  private static final long PILOT_NS = 8_000_000_000L;

  /** Facts that flags can change; the flags themselves are a strict fact. */
  private static final Set<String> OF_FLAGS = Set.of("jvm.gc", "jvm.heap.max");

  private final HostCommand command;
  private final MeasurementRequest request;
  private final Planner planner;
  private final Progress progress;
  private final Clock clock;
  private final Instant startedAt;
  private final Map<Integer, ForkPlan> plans = new HashMap<>();
  private final Map<Integer, List<Fork>> forks = new HashMap<>();
  private final List<String> notes = new ArrayList<>();
  private List<Listed> benchmarks = List.of();
  private List<Fact> facts = List.of();
  private boolean complete = true;
  private int profiles;
  private Path profileDirectory;
  private Host host;

  Session(
      HostCommand command, MeasurementRequest request, MeasurementListener listener, Clock clock) {
    this.command = command;
    this.request = request;
    this.planner = new Planner(request.plan(), request.forkTimeout());
    this.clock = clock;
    this.startedAt = clock.instant();
    this.progress = new Progress(listener, request.budget());
  }

  void measure() throws InterruptedException {
    try {
      begin();
      pilots();
      rounds();
    } finally {
      if (host != null) {
        host.close();
      }
    }
  }

  private void begin() throws InterruptedException {
    profileDirectory = Host.emptyProfiles(command);
    host = Host.start(command);
    try {
      Host.Listing listing = host.list(request.selection());
      benchmarks = listing.benchmarks();
      facts = new ArrayList<>(listing.facts());
      facts.add(Fact.strict("jvm.args", String.join(" ", command.jvmArgs())));
      if (!command.jvmArgs().isEmpty()) {
        // The host runs without these flags, so its own collector and heap say nothing of the
        // forks.
        facts.removeIf(fact -> OF_FLAGS.contains(fact.name()));
      }
    } catch (HostLostException e) {
      throw host.died("ended while it listed the benchmarks");
    }
    if (benchmarks.isEmpty()) {
      throw new ProblemException(
          "no-benchmark-matches",
          "No benchmark matches <perf.includes>%s</perf.includes> without <perf.excludes>%s</perf.excludes>. Expected regular expressions that occur in class.method, such as Tokenizer.*parse."
              .formatted(
                  String.join(",", request.selection().includes()),
                  String.join(",", request.selection().excludes())));
    }
    progress.begin(benchmarks.stream().map(Listed::id).toList(), plannedForks());
  }

  private int plannedForks() {
    return benchmarks.size() * request.forks()
        + (int) benchmarks.stream().filter(this::needsPilot).count();
  }

  private boolean needsPilot(Listed benchmark) {
    return planner.needsPilot(benchmark) && given(benchmark).isEmpty();
  }

  private Optional<ForkPlan> given(Listed benchmark) {
    return Optional.ofNullable(request.plans().get(benchmark.id()))
        .filter(plan -> planner.follows(benchmark));
  }

  /** Every benchmark gets its plan before the first fork that counts. */
  private void pilots() throws InterruptedException {
    for (Listed benchmark : benchmarks) {
      if (!needsPilot(benchmark)) {
        ForkPlan plan =
            given(benchmark).map(planner::plan).orElseGet(() -> planner.plan(benchmark));
        plans.put(benchmark.entry(), plan);
      } else if (!progress.exhausted()) {
        ForkOrder order =
            new ForkOrder(benchmark, ForkOrder.PILOT, planner.pilot(), Optional.empty());
        Fork pilot = run(order);
        plans.put(benchmark.entry(), planner.plan(benchmark, pilot.warmup()));
        if (!pilot.succeeded()) {
          keep(benchmark, pilot);
        }
      }
    }
  }

  private void rounds() throws InterruptedException {
    for (Schedule.Slot slot : Schedule.rounds(benchmarks.size(), request.forks(), request.seed())) {
      Listed benchmark = benchmarks.get(slot.entry());
      if (failed(benchmark)) {
        progress.skip();
        continue;
      }
      if (progress.exhausted() || !plans.containsKey(slot.entry())) {
        cutShort(
            "perf.budget of %s is used up"
                .formatted(request.budget().map(Session::seconds).orElse("")));
        return;
      }
      Fork fork = run(new ForkOrder(benchmark, slot.round(), plans.get(slot.entry()), profile()));
      keep(benchmark, fork);
      requireProfile(benchmark, fork);
    }
  }

  private static String seconds(Duration budget) {
    return budget.toSeconds() + " s";
  }

  private void keep(Listed benchmark, Fork fork) {
    forks.computeIfAbsent(benchmark.entry(), entry -> new ArrayList<>()).add(fork);
  }

  private boolean failed(Listed benchmark) {
    return forks.getOrDefault(benchmark.entry(), List.of()).stream().anyMatch(f -> !f.succeeded());
  }

  /** Named by number: a benchmark's own name never reaches a path. */
  private Optional<Path> profile() {
    return request.profile() == ProfileMode.OFF
        ? Optional.empty()
        : Optional.of(profileDirectory.resolve("fork-%04d.collapsed".formatted(profiles++)));
  }

  private void requireProfile(Listed benchmark, Fork fork) {
    boolean missing = fork.succeeded() && !fork.profile().present();
    if (missing && request.profile() == ProfileMode.REQUIRED) {
      throw new ProblemException(
          "profiler-required",
          "%s has no profile (%s), and <perf.profile>required</perf.profile> asks for one. Set <perf.profile>always</perf.profile> to measure without where none can be had."
              .formatted(benchmark.id().benchmark(), fork.profile().status()));
    }
  }

  /** Runs a fork; where the host is lost with it, once more on a new one. */
  private Fork run(ForkOrder order) throws InterruptedException {
    Instant began = clock.instant();
    progress.started(order.benchmark().id());
    Fork fork;
    try {
      fork = runOn(host, order, began);
    } catch (HostLostException first) {
      restart();
      try {
        fork = runOn(host, order, began);
      } catch (HostLostException second) {
        restart();
        fork = ForkBuilder.lost(order, began, second);
      }
    }
    progress.ended(order.benchmark().id(), fork);
    return fork;
  }

  private Fork runOn(Host on, ForkOrder order, Instant began)
      throws InterruptedException, HostLostException {
    boolean pilot = order.round() == ForkOrder.PILOT;
    long start = System.nanoTime();
    Host.Ending ending =
        on.run(
            order,
            progress::idle,
            record ->
                pilot
                    && (WarmupRule.DEFAULT.arrived(record.warmup())
                        || System.nanoTime() - start > PILOT_NS));
    return ForkBuilder.build(order, began, ending);
  }

  /** A new host has the same suite, so the entries keep their numbers. */
  private void restart() throws InterruptedException {
    host.close();
    host = Host.start(command);
    try {
      if (host.list(request.selection()).benchmarks().size() != benchmarks.size()) {
        throw host.died("lists other benchmarks after a restart");
      }
    } catch (HostLostException e) {
      throw host.died("ended twice");
    }
  }

  void cutShort(String why) {
    complete = false;
    notes.add("Measuring was cut short: %s after %s.".formatted(why, progress.done()));
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
    return new Measured(series, facts, startedAt, took, complete, notes);
  }
}
