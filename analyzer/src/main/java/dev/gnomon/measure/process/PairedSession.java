package dev.gnomon.measure.process;

import dev.gnomon.measure.HostCommand;
import dev.gnomon.measure.Interleave;
import dev.gnomon.measure.Listed;
import dev.gnomon.measure.Measured;
import dev.gnomon.measure.MeasurementListener;
import dev.gnomon.measure.MeasurementRequest;
import dev.gnomon.measure.PairSchedule;
import dev.gnomon.measure.PairWishes;
import dev.gnomon.measure.PairedMeasured;
import dev.gnomon.measure.Planner;
import dev.gnomon.measure.Planner.Pace;
import dev.gnomon.model.BenchmarkId;
import dev.gnomon.model.Fork;
import dev.gnomon.model.ForkPlan;
import dev.gnomon.stats.Sample;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An interleaved measurement of two sides while it goes on. */
final class PairedSession {
  private final MeasurementRequest request;
  private final Planner planner;
  private final PairWishes wishes;
  private final Progress progress;
  private final ForkRunner baseline;
  private final ForkRunner candidate;
  private final PairForks pairs;
  private final Clock clock;
  private final Instant startedAt;
  private final Map<BenchmarkId, PairedBenchmark> benchmarks = new LinkedHashMap<>();
  private final List<String> notes = new ArrayList<>();
  private boolean complete = true;

  PairedSession(
      HostCommand baseline,
      HostCommand candidate,
      MeasurementRequest request,
      PairWishes wishes,
      Interleave interleave,
      MeasurementListener listener,
      Clock clock) {
    this.request = request;
    this.planner = new Planner(request.plan(), request.forkTimeout(), Pace.IN_PAIRS);
    this.wishes = wishes;
    this.clock = clock;
    this.startedAt = clock.instant();
    this.progress = new Progress(listener, request.budget());
    this.baseline = new ForkRunner(baseline, request, planner, progress, clock);
    this.candidate = new ForkRunner(candidate, request, planner, progress, clock);
    this.pairs =
        new PairForks(
            this.baseline,
            this.candidate,
            interleave,
            new Together(clock, progress, candidate.workspace().resolve("turns")),
            progress,
            notes::add);
  }

  void measure() throws InterruptedException {
    try (baseline;
        candidate) {
      begin();
      for (PairedBenchmark benchmark : benchmarks.values()) {
        if (!benchmark.onBoth()) {
          pilot(benchmark);
          alone(benchmark);
        }
      }
      while (stage()) {
        // Each stage ends at the next look at the data.
      }
    }
  }

  private void begin() throws InterruptedException {
    List<Listed> ours = candidate.begin();
    Session.requireSome(ours, request.selection());
    Map<BenchmarkId, Listed> theirs = new HashMap<>();
    baseline.begin().forEach(listed -> theirs.put(listed.id(), listed));
    for (Listed listed : ours) {
      benchmarks.put(listed.id(), new PairedBenchmark(listed, theirs.get(listed.id())));
    }
    progress.begin(List.copyOf(benchmarks.keySet()), 0);
  }

  /**
   * The candidate shows how long both sides warm up: it is the side that is judged, and time spent
   * on pilots is missing for pairs.
   */
  private void pilot(PairedBenchmark benchmark) throws InterruptedException {
    Optional<ForkPlan> given =
        request.given(benchmark.id()).flatMap(plan -> planner.plan(benchmark.candidate(), plan));
    if (given.isPresent()) {
      benchmark.plan(given.get(), given.get().plannedNs());
    } else if (!planner.needsPilot(benchmark.candidate())) {
      ForkPlan written = planner.plan(benchmark.candidate());
      benchmark.plan(written, written.plannedNs());
    } else if (!progress.exhausted()) {
      progress.plan(1);
      Fork pilot = candidate.pilot(benchmark.candidate(), planner.pilot());
      progress.ended(benchmark.id(), pilot);
      if (!pilot.succeeded()) {
        benchmark.addCandidate(pilot);
      }
      ForkPlan found = planner.plan(benchmark.candidate(), pilot.warmup());
      benchmark.plan(found, Planner.expectedNs(found, pilot.warmup()));
    }
  }

  /** What the baseline cannot run is run once: a new benchmark that fails must be told of. */
  private void alone(PairedBenchmark benchmark) throws InterruptedException {
    if (benchmark.baselineRuns() || benchmark.candidateFailed() || !benchmark.planned()) {
      return;
    }
    progress.plan(1);
    Fork fork = candidate.run(benchmark.candidate(), 0, benchmark.plan());
    progress.ended(benchmark.id(), fork);
    benchmark.addCandidate(fork);
  }

  /** Runs what is wanted next; false where nothing is, or no time is left. */
  private boolean stage() throws InterruptedException {
    List<PairSchedule.Wanted> wanted = affordable(wishes.next(measured()));
    if (wanted.isEmpty()) {
      return false;
    }
    wanted.forEach(w -> progress.plan(2 * (w.until() - w.done())));
    for (PairSchedule.Slot slot : PairSchedule.stage(wanted, request.seed())) {
      PairedBenchmark benchmark = numbered(slot.entry());
      wanted = PairSchedule.within(wanted, this::restNs, progress.leftNs());
      boolean open = wanted.stream().anyMatch(w -> w.entry() == slot.entry());
      if (benchmark.closed() || !open) {
        progress.skip();
        progress.skip();
      } else if (progress.leftNs() < usualPairNs(benchmark)) {
        notes.add(progress.usedUp());
        return false;
      } else {
        pair(benchmark, slot);
      }
    }
    return true;
  }

  private PairedBenchmark numbered(int entry) {
    return List.copyOf(benchmarks.values()).get(entry);
  }

  /**
   * As many of the most urgent as the time left suffices for, and one at least. What is wanted for
   * the first time gets its plan, unless there would be no time to measure by it.
   */
  private List<PairSchedule.Wanted> affordable(List<PairWishes.Wish> wishes)
      throws InterruptedException {
    List<PairSchedule.Wanted> wanted = new ArrayList<>();
    List<BenchmarkId> order = List.copyOf(benchmarks.keySet());
    long spoken = 0;
    boolean open = false;
    for (PairWishes.Wish wish : wishes) {
      PairedBenchmark benchmark = benchmarks.get(wish.id());
      if (benchmark == null || benchmark.closed()) {
        continue;
      }
      open = true;
      if (!benchmark.planned() && spoken < progress.leftNs()) {
        pilot(benchmark);
        alone(benchmark);
      }
      long cost = usualPairNs(benchmark) * wish.pairs();
      if (benchmark.planned() && !benchmark.closed() && spoken + cost <= progress.leftNs()) {
        int done = benchmark.pairs();
        wanted.add(new PairSchedule.Wanted(order.indexOf(wish.id()), done, done + wish.pairs()));
        spoken += cost;
      }
    }
    if (open && wanted.isEmpty()) {
      notes.add(progress.usedUp());
    }
    return wanted;
  }

  private long restNs(PairSchedule.Wanted wanted) {
    PairedBenchmark benchmark = numbered(wanted.entry());
    int rest = benchmark.closed() ? 0 : wanted.until() - benchmark.pairs();
    return usualPairNs(benchmark) * rest;
  }

  private long usualPairNs(PairedBenchmark benchmark) {
    return benchmark.usualPairNs(stretch());
  }

  /**
   * How much longer than planned pairs take here; starting JVMs is part of it. One benchmark that
   * takes far longer than its plan says nothing of the others.
   */
  private double stretch() {
    double[] known =
        benchmarks.values().stream()
            .flatMapToDouble(benchmark -> benchmark.stretch().stream())
            .toArray();
    return known.length == 0 ? Progress.USUAL_STRETCH : Math.max(1, Sample.of(known).median());
  }

  private void pair(PairedBenchmark benchmark, PairSchedule.Slot slot) throws InterruptedException {
    long began = System.nanoTime();
    PairForks.Forks forks = pairs.run(benchmark, slot);
    benchmark.add(forks.baseline(), forks.candidate(), System.nanoTime() - began);
    progress.pairEnded(benchmark.id(), forks.baseline(), forks.candidate());
    candidate.requireProfile(benchmark.candidate(), forks.candidate());
  }

  void cutShort(String why) {
    complete = false;
    notes.add(progress.cutShort(why));
  }

  PairedMeasured measured() {
    List<PairedBenchmark> all = List.copyOf(benchmarks.values());
    return new PairedMeasured(
        new Measured(
            all.stream()
                .filter(PairedBenchmark::onBoth)
                .map(b -> b.baselineSeries(planner))
                .toList(),
            baseline.facts(),
            startedAt,
            took(),
            complete,
            notes),
        new Measured(
            all.stream().map(b -> b.candidateSeries(planner)).toList(),
            candidate.facts(),
            startedAt,
            took(),
            complete,
            notes));
  }

  private Duration took() {
    return Duration.between(startedAt, clock.instant());
  }
}
