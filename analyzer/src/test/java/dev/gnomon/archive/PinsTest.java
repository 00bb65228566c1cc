package dev.gnomon.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.gnomon.json.SmallRuns;
import dev.gnomon.problem.ProblemException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PinsTest {
  private static final RunAddress ADDRESS = StoredRun.of(SmallRuns.one()).address();
  private static final String COMMIT = "a".repeat(40);

  @Test
  void pinsAreReadBackAsTheyWereWritten() {
    Pin release = new Pin("release-1.4", COMMIT, Optional.empty());
    Pin run = new Pin("best", "", Optional.of(ADDRESS.path()));
    Pins pins = Pins.read(Pins.none().with(release).with(run).write(), ".perf/pins");
    assertThat(pins.all()).containsExactly(run, release);
    assertThat(pins.find("best").orElseThrow().revision()).isEqualTo(ADDRESS.path());
    assertThat(pins.find("release-1.4").orElseThrow().revision()).isEqualTo(COMMIT);
    assertThat(pins.find("release-1")).isEmpty();
  }

  @Test
  void aLaterPinTakesThePlaceOfAnEarlierOneOfItsName() {
    Pins pins =
        Pins.none()
            .with(new Pin("r", COMMIT, Optional.empty()))
            .with(new Pin("r", "b".repeat(40), Optional.empty()));
    assertThat(pins.all()).extracting(Pin::commit).containsExactly("b".repeat(40));
  }

  @Test
  void aPinHoldsTheRunsOfItsCommitOrItsOneRun() {
    assertThat(new Pin("r", COMMIT, Optional.empty()).holds(ADDRESS)).isTrue();
    assertThat(new Pin("r", "b".repeat(40), Optional.empty()).holds(ADDRESS)).isFalse();
    assertThat(new Pin("r", "", Optional.of(ADDRESS.path())).holds(ADDRESS)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "release-1.4 3f2c1ab",
        "release-1.4 - -",
        "release-1.4 main -",
        "../x 3f2c1ab -",
        "x 3f2c1ab ../../x.json.gz",
        "x 3f2c1ab -\nx 3f2c1ab -"
      })
  void aMistakeIsNamedWithItsLine(String text) {
    ProblemException problem =
        catchThrowableOfType(
            ProblemException.class, () -> Pins.read("# pins\n\n" + text, ".perf/pins"));
    assertThat(problem.code()).isEqualTo("pins-unreadable");
    assertThat(problem).hasMessageMatching("\\.perf/pins cannot be read: line [34]: .*");
  }

  @Test
  void aPinOfNothingIsNone() {
    assertThatThrownBy(() -> new Pin("r", "", Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
