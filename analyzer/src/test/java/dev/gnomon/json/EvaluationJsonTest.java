package dev.gnomon.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gnomon.evaluation.Evaluation;
import dev.gnomon.problem.ProblemException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class EvaluationJsonTest {
  static LongStream seeds() {
    return LongStream.range(0, 50);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void anEvaluationReadsBackAsItWasWritten(long seed) {
    Evaluation evaluation = new RandomRecords(seed, 3).record(Evaluation.class);
    byte[] json = EvaluationJson.encode(evaluation);
    assertThat(decode(json)).isEqualTo(evaluation);
    assertThat(EvaluationJson.encode(decode(json))).isEqualTo(json);
  }

  @Test
  void aRunIsNoEvaluation() {
    byte[] run = RunJson.encode(SmallRuns.one());
    assertThatThrownBy(() -> decode(run))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> assertThat(e.code()).isEqualTo("evaluation-file-unreadable"))
        .hasMessage(
            "target/perf/evaluation.json cannot be read as an evaluation: it has schema"
                + " \"gnomon-run/1\", expected \"gnomon-evaluation/1\". Run perf:check again with"
                + " this version of the plugin to write a new one.");
  }

  @Test
  void aBrokenEvaluationIsUnreadable() {
    byte[] half = "{\"schema\":\"gnomon-evaluation/1\",\"dec".getBytes(StandardCharsets.US_ASCII);
    assertThatThrownBy(() -> decode(half)).hasMessageContaining("it breaks off");
  }

  private static Evaluation decode(byte[] json) {
    return EvaluationJson.decode(new ByteArrayInputStream(json), "target/perf/evaluation.json");
  }
}
