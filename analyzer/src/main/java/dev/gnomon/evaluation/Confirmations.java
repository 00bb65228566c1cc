package dev.gnomon.evaluation;

import dev.gnomon.compare.Change;
import dev.gnomon.gate.Acceptance;
import dev.gnomon.gate.Acceptances;
import dev.gnomon.gate.Confirmed;
import dev.gnomon.gate.Decisions;
import dev.gnomon.gate.Judgement;
import dev.gnomon.gate.Judgement.Effect;
import dev.gnomon.gate.Reasons;
import dev.gnomon.gate.Screening;
import dev.gnomon.gate.Verdict;
import dev.gnomon.stats.Caveat;
import dev.gnomon.unit.Figures;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts what fresh forks of both sides showed in the place of what the screen suspected. */
public final class Confirmations {
  private Confirmations() {}

  /**
   * The evaluation after confirmation. A screened regression that was not confirmed is no longer
   * one: it is unchanged or inconclusive. Where pairs are still wanted it stands while those that
   * there are look worse too, as it would without any, and else is a suspect.
   *
   * @param screened what the stored baseline gave
   * @param confirmed where each flagged benchmark stands
   * @param accepted what was accepted
   */
  public static Evaluation apply(
      Evaluation screened, List<Confirmed> confirmed, List<Acceptance> accepted) {
    LocalDate day = LocalDate.ofInstant(screened.candidate().startedAt(), ZoneOffset.UTC);
    Acceptances acceptances = new Acceptances(accepted, day);
    List<Judgement> judgements = new ArrayList<>();
    for (Judgement judgement : screened.judgements()) {
      judgements.add(
          confirmed.stream()
              .filter(c -> about(c, judgement))
              .findFirst()
              .flatMap(c -> c.change().map(change -> replaced(judgement, c, change)))
              .map(acceptances::apply)
              .orElse(judgement));
    }
    judgements.sort(Evaluator.WORST_FIRST);
    boolean unfinished = confirmed.stream().anyMatch(c -> c.state() == Confirmed.State.CONTINUE);
    return new Evaluation(
        screened.candidate(),
        screened.baseline(),
        screened.baselineChoice(),
        screened.policy(),
        judgements,
        Decisions.of(
            judgements,
            screened.policy(),
            screened.candidate().sampling().complete(),
            screened.baselineChoice()),
        unfinished ? screened.caveats() : withoutStoredBaseline(screened.caveats()),
        screened.attributions(),
        screened.drift());
  }

  private static List<Caveat> withoutStoredBaseline(List<Caveat> caveats) {
    return caveats.stream().filter(caveat -> !caveat.code().equals("stored-baseline")).toList();
  }

  private static boolean about(Confirmed confirmed, Judgement judgement) {
    return confirmed.pairs().id().equals(judgement.id())
        && confirmed.pairs().metric().equals(judgement.metric());
  }

  private static Judgement replaced(Judgement judgement, Confirmed confirmed, Change change) {
    double limit = Math.log1p(judgement.rule().threshold());
    if (judgement.verdict() == Verdict.REGRESSED
        && confirmed.state() == Confirmed.State.CONTINUE
        && Screening.suspicious(change, limit)) {
      return unfinished(judgement, confirmed, change);
    }
    Verdict verdict =
        switch (confirmed.state()) {
          case REGRESSED -> Verdict.REGRESSED;
          case IMPROVED -> Verdict.IMPROVED;
          case UNCHANGED -> Verdict.UNCHANGED;
          case UNDECIDED -> Verdict.INCONCLUSIVE;
          case CONTINUE ->
              judgement.verdict() == Verdict.REGRESSED ? Verdict.SUSPECT : judgement.verdict();
        };
    Effect effect =
        switch (confirmed.state()) {
          case REGRESSED -> judgement.rule().onRegression();
          case IMPROVED, UNCHANGED -> Effect.PASSES;
          case UNDECIDED, CONTINUE -> judgement.rule().onInconclusive();
        };
    return new Judgement(
        judgement.id(),
        judgement.metric(),
        verdict,
        effect,
        Reasons.of(verdict, judgement.metric(), change, judgement.rule())
            + "; from %d pairs of fresh forks%s".formatted(confirmed.looked(), screen(judgement)),
        judgement.rule(),
        Optional.of(change));
  }

  /** A budget that ends between two looks must not pass what would fail without a confirmation. */
  private static Judgement unfinished(Judgement screened, Confirmed confirmed, Change change) {
    return new Judgement(
        screened.id(),
        screened.metric(),
        screened.verdict(),
        screened.rule().onRegression(),
        "%s; so far %s in %d pairs of fresh forks, too few to confirm it"
            .formatted(
                Reasons.of(
                    screened.verdict(),
                    screened.metric(),
                    screened.change().orElseThrow(),
                    screened.rule()),
                Figures.change(Math.expm1(change.logRatio())),
                confirmed.looked()),
        screened.rule(),
        screened.change());
  }

  /** Both stages are told apart: what the stored runs had suggested, and what fresh forks show. */
  private static String screen(Judgement judgement) {
    return judgement
        .change()
        .map(
            change ->
                "; against stored runs it was " + Figures.change(Math.expm1(change.logRatio())))
        .orElse("");
  }
}
