package dev.gnomon.maven.goal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gnomon.compare.Change;
import dev.gnomon.compare.Evidence;
import dev.gnomon.compare.Side;
import dev.gnomon.gate.Acceptance;
import dev.gnomon.gate.Judgement;
import dev.gnomon.gate.Judgement.Effect;
import dev.gnomon.gate.Rule;
import dev.gnomon.gate.Verdict;
import dev.gnomon.model.BenchmarkId;
import dev.gnomon.model.Metric;
import dev.gnomon.model.Mode;
import dev.gnomon.stats.ConfidenceInterval;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AcceptingTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  private static final Rule RULE = Rule.defaults(0.03, Effect.FAILS, Effect.WARNS).get(0);
  private static final Side SIDE = new Side(List.of(List.of(1.0, 1.0, 1.0)), 1, 0);

  private final Accepting accepting = new Accepting("because", "Ada", TODAY, 30);

  private static Judgement judgement(Verdict verdict, Effect effect, Optional<Change> change) {
    return new Judgement(
        BenchmarkId.of("a.B.c", Map.of(), Mode.AVERAGE_TIME, 1),
        Metric.TIME,
        verdict,
        effect,
        "a reason",
        RULE,
        change);
  }

  private static Change change(double relative, double upper) {
    return new Change(
        SIDE,
        SIDE,
        Math.log1p(relative),
        new ConfidenceInterval(0, upper, 0.9),
        new Evidence(0.001, 1, 0.01, 8, 0.03, 5),
        List.of());
  }

  @Test
  void aRegressionIsAcceptedAsFarAsItsIntervalReaches() {
    Judgement slower =
        judgement(Verdict.REGRESSED, Effect.FAILS, Optional.of(change(0.143, Math.log(1.1612))));

    assertThat(accepting.of(List.of(slower)))
        .containsExactly(
            new Acceptance("a.B.c", "time", 0.17, "because", "Ada", TODAY, TODAY.plusDays(30)));
  }

  @Test
  void anIntervalWithoutEndAcceptsNoMoreThanWasSeen() {
    Judgement slower =
        judgement(
            Verdict.REGRESSED, Effect.FAILS, Optional.of(change(0.143, Double.POSITIVE_INFINITY)));

    assertThat(accepting.of(List.of(slower)).get(0).upTo()).isEqualTo(0.15);
  }

  @Test
  void aMissingBenchmarkIsAcceptedByItsAbsence() {
    Judgement missing = judgement(Verdict.MISSING, Effect.FAILS, Optional.empty());

    assertThat(accepting.of(List.of(missing)).get(0).metric()).isEqualTo("presence");
  }

  @Test
  void whatDoesNotFailNeedsNoAcceptance() {
    Judgement warned = judgement(Verdict.INCONCLUSIVE, Effect.WARNS, Optional.of(change(0.1, 1)));

    assertThat(accepting.of(List.of(warned))).isEmpty();
  }
}
