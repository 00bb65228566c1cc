package dev.gnomon.harness;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tries engines in order until one starts, and remembers why the others did not. */
final class Ladder {
  private final List<Engine> rungs;
  private final Set<String> simulated;

  /** In the order in which they came; one that all engines share is told once. */
  private final Set<String> refusals = new LinkedHashSet<>();

  /**
   * A ladder that nobody stands on.
   *
   * @param rungs the best first
   * @param simulated attempts that are refused without being made
   */
  Ladder(List<Engine> rungs, Set<String> simulated) {
    this.rungs = List.copyOf(rungs);
    this.simulated = Set.copyOf(simulated);
  }

  /** The first engine that starts; empty where none does. */
  Optional<Engine> climb() {
    for (Engine rung : rungs) {
      try {
        start(rung);
        return Optional.of(rung);
      } catch (Refused e) {
        refusals.add(e.getMessage());
      } catch (Throwable e) {
        // What a missing library or module throws is an error, and the next rung may still hold.
        refusals.add(rung.attempt() + ": " + OneLine.reason(e));
      }
    }
    return Optional.empty();
  }

  private void start(Engine rung) throws Exception {
    if (simulated.contains(rung.attempt())) {
      throw new Refused(rung.attempt(), "simulated");
    }
    rung.start();
  }

  /** The status of a profile by the engine that was reached. */
  String status(Engine reached) {
    return refusals.isEmpty()
        ? "ok"
        : "ok: sampled by " + reached.name() + ", because " + refusals();
  }

  String refusals() {
    return String.join("; ", refusals);
  }
}
