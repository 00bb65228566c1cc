package dev.gnomon.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ComparabilityTest {
  private static final Fact X = Fact.strict("cpu.model", "X");
  private static final Fact JDK = Fact.strict("jvm.major", "25");
  private static final Fact KERNEL = Fact.soft("os.kernel", "6.1");

  @Test
  void equalStrictFactsAreComparable() {
    Comparability places = between(List.of(X, JDK, KERNEL), List.of(KERNEL, JDK, X));
    assertThat(places.comparable()).isTrue();
    assertThat(places.soft()).isEmpty();
  }

  @Test
  void everyStrictDifferenceIsNamedWithBothValues() {
    Comparability places =
        between(
            List.of(X, JDK),
            List.of(Fact.strict("cpu.model", "Y"), Fact.strict("jvm.major", "17")));
    assertThat(places.comparable()).isFalse();
    assertThat(places.strictSentence()).isEqualTo("cpu.model was Y, is X; jvm.major was 17, is 25");
  }

  @Test
  void aStrictFactThatOneSideLacksIsADifference() {
    Difference lost = new Difference("jvm.major", Optional.of("25"), Optional.empty());
    assertThat(between(List.of(X), List.of(X, JDK)).strict()).containsExactly(lost);
    assertThat(lost.sentence()).isEqualTo("jvm.major was 25, is not set");
    assertThat(between(List.of(X, JDK), List.of(X)).strictSentence())
        .isEqualTo("jvm.major was not set, is 25");
  }

  @Test
  void aSoftDifferenceOnlyWarns() {
    Comparability places = between(List.of(X, KERNEL), List.of(X, Fact.soft("os.kernel", "6.2")));
    assertThat(places.comparable()).isTrue();
    assertThat(places.softSentence()).isEqualTo("os.kernel was 6.2, is 6.1");
  }

  @Test
  void aSoftFactThatOneSideLacksIsNoDifference() {
    assertThat(between(List.of(X, KERNEL), List.of(X)).soft()).isEmpty();
  }

  @Test
  void aFactThatEitherSideHoldsStrictIsStrict() {
    Fact soft = Fact.soft("cpu.model", "Y");
    assertThat(between(List.of(X), List.of(soft)).comparable()).isFalse();
    assertThat(between(List.of(soft), List.of(X)).comparable()).isFalse();
  }

  @Test
  void twoPlacesOfWhichNothingIsKnownDoNotDiffer() {
    assertThat(between(List.of(), List.of()).comparable()).isTrue();
  }

  @Test
  void aFingerprintIsThatOfTheStrictFactsAlone() {
    assertThat(fingerprint(X, JDK)).isEqualTo(fingerprint(JDK, X)).matches("[0-9a-f]{12}");
    assertThat(fingerprint(X, KERNEL)).isEqualTo(fingerprint(X));
    assertThat(fingerprint(X)).isNotEqualTo(fingerprint(X, JDK));
    assertThat(fingerprint(X)).isNotEqualTo(fingerprint(Fact.strict("cpu.model", "Y")));
  }

  /**
   * Computed with Python's hashlib over length, colon and UTF-16; a change would orphan every
   * archive.
   */
  @Test
  void aFingerprintIsStableFromVersionToVersion() {
    assertThat(fingerprint()).isEqualTo("e3b0c44298fc");
    assertThat(fingerprint(X)).isEqualTo("8159dcb8a5b9");
  }

  @Test
  void factsDoNotRunTogether() {
    assertThat(fingerprint(Fact.strict("a", "b"), Fact.strict("c", "d")))
        .isNotEqualTo(fingerprint(Fact.strict("a", "b1:c"), Fact.strict("d", "")));
    assertThat(fingerprint(Fact.strict("a", "\ud800")))
        .isNotEqualTo(fingerprint(Fact.strict("a", "?")));
  }

  private static Comparability between(List<Fact> candidate, List<Fact> baseline) {
    return Comparability.between(new Environment(candidate), new Environment(baseline));
  }

  private static String fingerprint(Fact... facts) {
    return Fingerprint.of(new Environment(Arrays.asList(facts)));
  }
}
