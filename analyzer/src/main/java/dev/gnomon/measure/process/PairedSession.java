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
  /** How much longer than planned a pair takes before any has shown it. */
  private static final double USUAL_STRETCH = 1.5;

  private final MeasurementRequest request;
  private final Planner planner;
  private final PairWishes wishes;
  private final Interleave interleave;
  private final Progress progress;
  private final ForkRunner baseline;
  private final ForkRunner candidate;
  private final Together together;
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
    this.interleave = interleave;
    this.clock = clock;
    this.startedAt = clock.instant();
    this.progress = new Progress(listener, request.budget());
    this.baseline = new ForkRunner(baseline, request, planner, progress, clock);
    this.candidate = new ForkRunner(candidate, request, planner, progress, clock);
    this.together = new Together(clock, progress, candidate.workspace().resolve("turns"));
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
    ForkPlan given = request.plans().get(benchmark.id());
    if (given != null && planner.follows(benchmark.candidate())) {
      benchmark.plan(planner.plan(given));
    } else if (!planner.needsPilot(benchmark.candidate())) {
      benchmark.plan(planner.plan(benchmark.candidate()));
    } else if (!progress.exhausted()) {
      progress.plan(1);
      Fork pilot = candidate.pilot(benchmark.candidate(), planner.pilot());
      progress.ended(benchmark.id(), pilot);
      if (!pilot.succeeded()) {
        benchmark.addCandidate(pilot);
      }
      benchmark.plan(planner.plan(benchmark.candidate(), pilot.warmup()));
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
        usedUp();
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
      usedUp();
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

  /** How much longer than planned pairs have taken so far; starting JVMs is part of it. */
  private double stretch() {
    long took = 0;
    long planned = 0;
    for (PairedBenchmark benchmark : benchmarks.values()) {
      took += benchmark.pairsNs();
      planned += benchmark.pairs() * benchmark.plannedPairNs();
    }
    return planned == 0 ? USUAL_STRETCH : Math.max(1, (double) took / planned);
  }

  private void pair(PairedBenchmark benchmark, PairSchedule.Slot slot) throws InterruptedException {
    long began = System.nanoTime();
    if (interleave == Interleave.ITERATIONS && benchmark.together()) {
      if (takingTurns(benchmark, slot, began)) {
        return;
      }
      benchmark.apart();
      apart(benchmark, slot, began);
      if (!benchmark.closed()) {
        notes.add(
            "%s failed while forks of both sides were alive, so they ran one after the other."
                .formatted(benchmark.id().shortName()));
      }
      return;
    }
    apart(benchmark, slot, began);
  }

  /** Runs a pair whose forks take turns; false where one of them failed. */
  private boolean takingTurns(PairedBenchmark benchmark, PairSchedule.Slot slot, long began)
      throws InterruptedException {
    Together.Half ours = new Together.Half(candidate, benchmark.candidate(), benchmark.plan());
    Together.Half theirs = new Together.Half(baseline, benchmark.baseline(), benchmark.plan());
    Optional<Together.Pair> pair =
        slot.candidateFirst()
            ? together.run(ours, theirs, slot.pair())
            : together.run(theirs, ours, slot.pair()).map(Together.Pair::swapped);
    pair.ifPresent(
        both -> {
          progress.halfEnded();
          ended(benchmark, both.second(), both.first(), began);
        });
    return pair.isPresent();
  }

  private void apart(PairedBenchmark benchmark, PairSchedule.Slot slot, long began)
      throws InterruptedException {
    Fork ours = slot.candidateFirst() ? ours(benchmark, slot) : null;
    if (ours != null) {
      progress.halfEnded();
    }
    Fork theirs = baseline.run(benchmark.baseline(), slot.pair(), benchmark.plan());
    if (ours == null) {
      progress.halfEnded();
      ours = ours(benchmark, slot);
    }
    ended(benchmark, theirs, ours, began);
  }

  private void ended(PairedBenchmark benchmark, Fork theirs, Fork ours, long began) {
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
