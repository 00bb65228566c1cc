package dev.gnomon.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.Test;

class GateOutcomeTest {
  private static final GateOutcome GREEN = new GateOutcome("PASSED", List.of(), 7);
  private static final GateOutcome RED = new GateOutcome("FAILED", List.of("a.B.slow"), 7);

  @Test
  void unchangedCodeMustPass() {
    assertThat(GREEN.complaintAboutUnchangedCode(0)).isEmpty();
    assertThat(RED.complaintAboutUnchangedCode(1))
        .contains(
            "The gate should have passed unchanged code, but the decision is FAILED for [a.B.slow]"
                + " of 7 judgements, and Maven's exit code is 1.");
  }

  @Test
  void aPassWithoutAnythingJudgedIsNoPass() {
    assertThat(new GateOutcome("PASSED", List.of(), 0).complaintAboutUnchangedCode(0)).isPresent();
  }

  @Test
  void aBuildThatFailsForAnotherReasonIsNoPass() {
    assertThat(GREEN.complaintAboutUnchangedCode(1)).isPresent();
  }

  @Test
  void aSlowdownMustBeFoundAndNothingElse() {
    assertThat(RED.complaintAboutSlowdownOf("a.B.slow", 1)).isEmpty();
    assertThat(RED.complaintAboutSlowdownOf("a.B.slow", 0)).isPresent();
    assertThat(RED.complaintAboutSlowdownOf("a.B.other", 1)).isPresent();
    assertThat(GREEN.complaintAboutSlowdownOf("a.B.slow", 0)).isPresent();
    assertThat(
            new GateOutcome("FAILED", List.of("a.B.slow", "a.B.other"), 7)
                .complaintAboutSlowdownOf("a.B.slow", 1))
        .isPresent();
  }

  @Test
  void anEvaluationIsRead() throws IOException {
    String json =
        """
        {"decision": {"outcome": "FAILED"},
         "judgements": [
           {"benchmark": "a.B.slow", "effect": "FAILS", "rule": {"effect": "WARNS"}},
           {"benchmark": "a.B.other", "effect": "PASSES"}]}
        """;

    assertThat(GateOutcome.of(Evaluation.read(new StringReader(json))))
        .isEqualTo(new GateOutcome("FAILED", List.of("a.B.slow"), 2));
  }

  @Test
  void anEvaluationWithoutEffectsIsRefused() {
    assertThatThrownBy(
            () ->
                Evaluation.read(new StringReader("{\"judgements\": [{\"benchmark\": \"a.B.c\"}]}")))
        .hasMessage("evaluation.json has no /judgements/0/effect, expected one for each judgement");
  }
}
