package dev.gnomon.measure.process;

import dev.gnomon.measure.Interleave;
import dev.gnomon.measure.PairSchedule.Slot;
import dev.gnomon.model.Fork;
import java.util.Optional;
import java.util.function.Consumer;

/** Runs both forks of a pair: by turns where that can be, else one after the other. */
final class PairForks {
  private final ForkRunner baseline;
  private final ForkRunner candidate;
  private final Interleave interleave;
  private final Together together;
  private final Progress progress;
  private final Consumer<String> notes;

  PairForks(
      ForkRunner baseline,
      ForkRunner candidate,
      Interleave interleave,
      Together together,
      Progress progress,
      Consumer<String> notes) {
    this.baseline = baseline;
    this.candidate = candidate;
    this.interleave = interleave;
    this.together = together;
    this.progress = progress;
    this.notes = notes;
  }

  /** The forks of a pair, well or not. */
  record Forks(Fork baseline, Fork candidate) {
    boolean succeeded() {
      return baseline.succeeded() && candidate.succeeded();
    }
  }

  /** Runs a pair; the listener is still to be told of it. */
  Forks run(PairedBenchmark benchmark, Slot slot) throws InterruptedException {
    if (interleave == Interleave.FORKS || !benchmark.together()) {
      return apart(benchmark, slot);
    }
    Optional<Forks> both = takingTurns(benchmark, slot);
    if (both.isPresent()) {
      return both.get();
    }
    benchmark.apart();
    Forks forks = apart(benchmark, slot);
    if (forks.succeeded()) {
      notes.accept(
          "%s failed while forks of both sides were alive, so they ran one after the other."
              .formatted(benchmark.id().shortName()));
    }
    return forks;
  }

  /** Empty where one of them failed. */
  private Optional<Forks> takingTurns(PairedBenchmark benchmark, Slot slot)
      throws InterruptedException {
    Together.Half ours = new Together.Half(candidate, benchmark.candidate(), benchmark.plan());
    Together.Half theirs = new Together.Half(baseline, benchmark.baseline(), benchmark.plan());
    Optional<Forks> forks =
        slot.candidateFirst()
            ? together
                .run(ours, theirs, slot.pair())
                .map(pair -> new Forks(pair.second(), pair.first()))
            : together
                .run(theirs, ours, slot.pair())
                .map(pair -> new Forks(pair.first(), pair.second()));
    forks.ifPresent(done -> progress.halfEnded());
    return forks;
  }

  private Forks apart(PairedBenchmark benchmark, Slot slot) throws InterruptedException {
    if (slot.candidateFirst()) {
      Fork ours = ours(benchmark, slot);
      progress.halfEnded();
      return new Forks(theirs(benchmark, slot), ours);
    }
    Fork theirs = theirs(benchmark, slot);
    progress.halfEnded();
    return new Forks(theirs, ours(benchmark, slot));
  }

  private Fork ours(PairedBenchmark benchmark, Slot slot) throws InterruptedException {
    return candidate.run(benchmark.candidate(), slot.pair(), benchmark.plan());
  }

  private Fork theirs(PairedBenchmark benchmark, Slot slot) throws InterruptedException {
    return baseline.run(benchmark.baseline(), slot.pair(), benchmark.plan());
  }
}
