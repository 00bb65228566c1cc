package dev.gnomon.measure.process;

import dev.gnomon.measure.HostCommand;
import dev.gnomon.measure.Listed;
import dev.gnomon.measure.Measured;
import dev.gnomon.measure.MeasurementListener;
import dev.gnomon.measure.MeasurementRequest;
import dev.gnomon.measure.PairSchedule;
import dev.gnomon.measure.PairWishes;
import dev.gnomon.measure.PairedMeasured;
import dev.gnomon.measure.Planner;
import dev.gnomon.model.BenchmarkId;
import dev.gnomon.model.Fork;
import dev.gnomon.model.ForkPlan;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An interleaved measurement of two sides while it goes on. */
final class PairedSession {
  private final MeasurementRequest request;
  private final Planner planner;
  private final PairWishes wishes;
  private final Progress progress;
  private final ForkRunner baseline;
  private final ForkRunner candidate;
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
      MeasurementListener listener,
      Clock clock) {
    this.request = request;
    this.planner = new Planner(request.plan(), request.forkTimeout());
    this.wishes = wishes;
    this.clock = clock;
    this.startedAt = clock.instant();
    this.progress = new Progress(listener, request.budget());
    this.baseline = new ForkRunner(baseline, request, progress, clock);
    this.candidate = new ForkRunner(candidate, request, progress, clock);
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

  /** Both sides show how long they warm up, and both take the longer of the two. */
  private void pilot(PairedBenchmark benchmark) throws InterruptedException {
    ForkPlan given = request.plans().get(benchmark.id());
    if (given != null && planner.follows(benchmark.candidate())) {
      benchmark.plan(planner.plan(given));
    } else if (!planner.needsPilot(benchmark.candidate())) {
      benchmark.plan(planner.plan(benchmark.candidate()));
    } else if (!progress.exhausted()) {
      pilots(benchmark);
    }
  }

  private void pilots(PairedBenchmark benchmark) throws InterruptedException {
    progress.plan(benchmark.onBoth() ? 2 : 1);
    Fork ours = candidate.pilot(benchmark.candidate(), planner.pilot());
    progress.ended(benchmark.id(), ours);
    ForkPlan plan = planner.plan(benchmark.candidate(), ours.warmup());
    if (!ours.succeeded()) {
      benchmark.addCandidate(ours);
    }
    if (benchmark.onBoth()) {
      Fork theirs = baseline.pilot(benchmark.baseline(), planner.pilot());
      progress.ended(benchmark.id(), theirs);
      if (theirs.succeeded()) {
        plan = Planner.longer(plan, planner.plan(benchmark.baseline(), theirs.warmup()));
      } else {
        benchmark.addBaseline(theirs);
      }
    }
    benchmark.plan(plan);
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

  /** What is wanted for the first time gets its plan. */
  private void plan(List<PairWishes.Wish> wishes) throws InterruptedException {
    for (PairWishes.Wish wish : wishes) {
      PairedBenchmark benchmark = benchmarks.get(wish.id());
      if (benchmark != null && !benchmark.planned() && !benchmark.closed()) {
        pilot(benchmark);
        alone(benchmark);
      }
    }
  }

  /** Runs what is wanted next; false where nothing is, or no time is left. */
  private boolean stage() throws InterruptedException {
    List<PairWishes.Wish> wishes = this.wishes.next(measured());
    plan(wishes);
    List<PairSchedule.Wanted> wanted = affordable(wishes);
    if (wanted.isEmpty()) {
      return false;
    }
    wanted.forEach(w -> progress.plan(2 * (w.until() - w.done())));
    List<PairedBenchmark> numbered = List.copyOf(benchmarks.values());
    for (PairSchedule.Slot slot : PairSchedule.stage(wanted, request.seed())) {
      PairedBenchmark benchmark = numbered.get(slot.entry());
      if (benchmark.closed()) {
        progress.skip();
        progress.skip();
      } else if (progress.leftNs() < benchmark.usualPairNs()) {
        usedUp();
        return false;
      } else {
        pair(benchmark, slot);
      }
    }
    return true;
  }

  /** As many of the most urgent as the time left suffices for, and one at least. */
  private List<PairSchedule.Wanted> affordable(List<PairWishes.Wish> wishes) {
    List<PairSchedule.Wanted> wanted = new ArrayList<>();
    List<BenchmarkId> order = List.copyOf(benchmarks.keySet());
    long left = progress.leftNs();
    boolean open = false;
    for (PairWishes.Wish wish : wishes) {
      PairedBenchmark benchmark = benchmarks.get(wish.id());
      if (benchmark == null || benchmark.closed()) {
        continue;
      }
      open = true;
      long cost = benchmark.usualPairNs() * wish.pairs();
      if (benchmark.planned() && cost <= left) {
        int done = benchmark.pairs();
        wanted.add(new PairSchedule.Wanted(order.indexOf(wish.id()), done, done + wish.pairs()));
        left -= cost;
      }
    }
    if (open && wanted.isEmpty()) {
      usedUp();
    }
    return wanted;
  }

  private void pair(PairedBenchmark benchmark, PairSchedule.Slot slot) throws InterruptedException {
    long began = System.nanoTime();
    Fork ours = slot.candidateFirst() ? ours(benchmark, slot) : null;
    if (ours != null) {
      progress.halfEnded();
    }
    Fork theirs = baseline.run(benchmark.baseline(), slot.pair(), benchmark.plan());
    if (ours == null) {
      progress.halfEnded();
      ours = ours(benchmark, slot);
    }
    benchmark.add(theirs, ours, System.nanoTime() - began);
    progress.pairEnded(benchmark.id(), theirs, ours);
    candidate.requireProfile(benchmark.candidate(), ours);
  }

  private Fork ours(PairedBenchmark benchmark, PairSchedule.Slot slot) throws InterruptedException {
    return candidate.run(benchmark.candidate(), slot.pair(), benchmark.plan());
  }

  private void usedUp() {
    String budget = request.budget().map(b -> b.toSeconds() + " s").orElse("");
    notes.add("perf.budget of %s is used up after %s.".formatted(budget, progress.done()));
  }

  void cutShort(String why) {
    complete = false;
    notes.add("Measuring was cut short: %s after %s.".formatted(why, progress.done()));
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
