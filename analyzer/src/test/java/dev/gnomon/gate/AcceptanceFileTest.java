package dev.gnomon.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gnomon.problem.ProblemException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class AcceptanceFileTest {
  private static final Acceptance ONE =
      new Acceptance(
          "A.x",
          "time",
          0.2,
          "says \"<why>\"\nin two lines",
          "Ada",
          LocalDate.of(2026, 11, 20),
          LocalDate.of(2027, 2, 20));

  private static String entry(String upTo, String expiresOn) {
    return """
        [{"benchmark": "A.x", "metric": "time", "upTo": %s, "reason": "r", "author": "a",
          "acceptedOn": "2026-11-20", "expiresOn": "%s"}]
        """
        .formatted(upTo, expiresOn);
  }

  @Test
  void whatIsWrittenIsReadBack() {
    String text = AcceptanceFile.write(List.of(ONE, ONE));

    assertThat(AcceptanceFile.read(text, "f")).containsExactly(ONE, ONE);
    assertThat(text).endsWith("]\n").doesNotContain("\r");
  }

  @Test
  void anEmptyFileAcceptsNothing() {
    assertThat(AcceptanceFile.read(" \n", "f")).isEmpty();
    assertThat(AcceptanceFile.read(AcceptanceFile.write(List.of()), "f")).isEmpty();
  }

  @Test
  void aMissingFieldIsNamedWithItsEntry() {
    assertThatThrownBy(
            () -> AcceptanceFile.read("[{\"benchmark\": \"A.x\"}]", ".perf/accepted.json"))
        .isInstanceOf(ProblemException.class)
        .hasMessage(
            ".perf/accepted.json cannot be read: entry 1 lacks the field acceptedOn (line 1). Expected a JSON list of objects with acceptedOn, author, benchmark, expiresOn, metric, reason, upTo.");
  }

  @Test
  void nonsenseIsRefusedWithAReason() {
    assertThatThrownBy(() -> AcceptanceFile.read("{}", "f")).hasMessageContaining("start with [");
    assertThatThrownBy(() -> AcceptanceFile.read("[1]", "f"))
        .hasMessageContaining("something else");
    assertThatThrownBy(() -> AcceptanceFile.read("[{\"upTo\": {}}]", "f"))
        .hasMessageContaining("upTo is no value");
    assertThatThrownBy(() -> AcceptanceFile.read("[{\"who\": 1}]", "f"))
        .hasMessageContaining("unknown field who");
    assertThatThrownBy(() -> AcceptanceFile.read("[{\"upTo\": 1, \"upTo\": 2}]", "f"))
        .hasMessageContaining("upTo twice");
    assertThatThrownBy(() -> AcceptanceFile.read("[", "f")).hasMessageContaining("not JSON");
    assertThatThrownBy(() -> AcceptanceFile.read(entry("\"NaN\"", "2027-01-01"), "f"))
        .hasMessageContaining("expected a fraction above 0");
    assertThatThrownBy(() -> AcceptanceFile.read(entry("0.1", "2027-13-01"), "f"))
        .hasMessageContaining("2027-13-01");
    assertThatThrownBy(() -> AcceptanceFile.read(entry("0.1", "2026-01-01"), "f"))
        .hasMessageContaining("expected a day from 2026-11-20");
    assertThatThrownBy(() -> AcceptanceFile.read("[[[[[[]]]]]]", "f"))
        .isInstanceOf(ProblemException.class);
    assertThatThrownBy(() -> AcceptanceFile.read(" ".repeat(AcceptanceFile.LONGEST + 1), "f"))
        .hasMessageContaining("characters");
  }
}
