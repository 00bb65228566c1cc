package dev.gnomon.evaluation;

import dev.gnomon.compare.Baseline;
import dev.gnomon.gate.Acceptance;
import dev.gnomon.gate.GatePolicy;
import dev.gnomon.gate.Judgement;
import dev.gnomon.gate.Judgement.Effect;
import dev.gnomon.model.Run;
import dev.gnomon.stats.Caveat;
import java.util.ArrayList;
import java.util.List;

/** Doubts about a run as a whole. */
final class RunCaveats {
  private RunCaveats() {}

  static List<Caveat> of(
      Run candidate,
      Baseline baseline,
      GatePolicy policy,
      List<Judgement> judgements,
      List<Acceptance> unused) {
    List<Caveat> caveats = new ArrayList<>();
    if (baseline.runs().isEmpty()) {
      caveats.add(new Caveat("no-baseline", "Nothing was compared. " + baseline.choice()));
    }
    if (!candidate.sampling().complete()) {
      caveats.add(
          new Caveat("partial-run", "The run was cut short; some forks were never measured."));
    }
    boolean stored = !baseline.runs().isEmpty() && !candidate.interleaved();
    if (policy.onUnconfirmed() == Effect.FAILS && stored) {
      caveats.add(
          new Caveat(
              "stored-baseline",
              "The baseline was measured earlier, not side by side: a slow phase of the machine between the two would look like a change."));
    }
    CommonMode.of(judgements).ifPresent(caveats::add);
    unused.forEach(acceptance -> caveats.add(unused(acceptance)));
    return caveats;
  }

  private static Caveat unused(Acceptance acceptance) {
    return new Caveat(
        "unused-acceptance",
        "The acceptance of %s for %s by %s met nothing that got worse; remove it."
            .formatted(acceptance.metric(), acceptance.benchmark(), acceptance.author()));
  }
}
