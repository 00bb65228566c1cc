package dev.gnomon.maven.goal;

import dev.gnomon.compare.Change;
import dev.gnomon.gate.Acceptance;
import dev.gnomon.gate.Acceptances;
import dev.gnomon.gate.Judgement;
import java.time.LocalDate;
import java.util.List;

/**
 * Turns judgements that fail the build into acceptances.
 *
 * @param reason why, for whoever reads it next year
 * @param author who takes responsibility
 * @param today the day it is accepted
 * @param days for how many days it holds
 */
public record Accepting(String reason, String author, LocalDate today, int days) {

  /** One acceptance for each judgement that fails, as far as its interval reaches. */
  public List<Acceptance> of(List<Judgement> judgements) {
    return judgements.stream()
        .filter(judgement -> judgement.effect() == Judgement.Effect.FAILS)
        .map(this::of)
        .toList();
  }

  private Acceptance of(Judgement judgement) {
    boolean measured = judgement.change().isPresent();
    return new Acceptance(
        judgement.id().benchmark(),
        measured ? judgement.metric().name() : Acceptances.PRESENCE,
        judgement.change().map(Accepting::upTo).orElse(1.0),
        reason,
        author,
        today,
        today.plusDays(days));
  }

  /** The next whole percent above the interval: the next run must not fail by chance. */
  private static double upTo(Change change) {
    double upper = Math.expm1(change.interval().upper());
    double reached =
        Double.isFinite(upper) ? Math.max(upper, change.relative()) : change.relative();
    return Math.min(999, Math.ceil(100 * reached) / 100);
  }
}
