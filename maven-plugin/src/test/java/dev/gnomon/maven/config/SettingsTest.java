package dev.gnomon.maven.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gnomon.gate.Judgement.Effect;
import dev.gnomon.problem.ProblemException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
  private static Setting of(String text) {
    return new Setting("perf.x", text);
  }

  @ParameterizedTest
  @CsvSource({"90s,90000", "10m,600000", "10 min,600000", "1h,3600000", "250ms,250"})
  void aDurationIsAnAmountAndAUnit(String text, long millis) {
    assertThat(Durations.read(of(text))).contains(Duration.ofMillis(millis));
  }

  @ParameterizedTest
  @ValueSource(strings = {"10", "0s", "-5m", "ten minutes", "99999999999h"})
  void aDurationWithoutUnitOrAmountIsRefused(String text) {
    assertThatThrownBy(() -> Durations.read(of(text)))
        .isInstanceOf(ProblemException.class)
        .hasMessage("perf.x is \"%s\", expected a time such as 90s, 10m or 1h.".formatted(text));
  }

  @Test
  void whatIsBlankIsNotSet() {
    assertThat(Durations.read(of("  "))).isEmpty();
    assertThat(Durations.read(of(null))).isEmpty();
    assertThat(Fractions.read(of(" "), 0.25, 1)).isEqualTo(0.25);
    assertThat(Arguments.read(of(null))).isEmpty();
    assertThat(BenchmarkParams.read(of(null))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"3%,0.03", "3 %,0.03", "0.03,0.03", "2.5%,0.025", "150%,1.5"})
  void aFractionMayBeAPercentage(String text, double fraction) {
    assertThat(Fractions.read(of(text), 9, 10)).isEqualTo(fraction);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-3%", "NaN", "Infinity", "1e-3", "0x1p3", "three", "1000%", "%"})
  void aFractionThatIsNoneIsRefused(String text) {
    assertThatThrownBy(() -> Fractions.read(of(text), 0.03, 10))
        .isInstanceOf(ProblemException.class)
        .hasMessage(
            "perf.x is \"%s\", expected a percentage such as 3%% or a fraction such as 0.03."
                .formatted(text));
  }

  @Test
  void aBareThreeIsNotThreeHundredPercentOfAProbability() {
    assertThatThrownBy(() -> Fractions.read(of("3"), 0.05, 1)).isInstanceOf(ProblemException.class);
  }

  @Test
  void paramsAreReadByNameInTheirOrder() {
    assertThat(BenchmarkParams.read(of("size=10,1000; text=a b,")))
        .containsEntry("size", List.of("10", "1000"))
        .containsEntry("text", List.of("a b", ""))
        .hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"size", "=3", "a=1;a=2", "a=1;;"})
  void paramsThatNameNothingOrTwiceAreRefused(String text) {
    assertThatThrownBy(() -> BenchmarkParams.read(of(text)))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("expected name=value,value;name=value, each name once");
  }

  @Test
  void argumentsArePartedByBlanksAndKeptTogetherByQuotes() {
    assertThat(Arguments.read(of(" -Xmx1g  \"-Dx=a b\" -Dy='c \"d\"'e '' \t-z$1\\")))
        .containsExactly("-Xmx1g", "-Dx=a b", "-Dy=c \"d\"e", "", "-z$1\\");
  }

  @Test
  void anOpenQuoteIsRefused() {
    assertThatThrownBy(() -> Arguments.read(of("-Dx=\"a b")))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("with every quote closed");
  }

  @Test
  void aLongArgumentDoesNotExhaustTheStack() {
    String longOne = "x".repeat(200_000);
    assertThat(Arguments.read(of(longOne + " 'y'"))).containsExactly(longOne, "y");
  }

  @Test
  void aChoiceIsOneOfItsWordsInAnyCase() {
    assertThat(Choice.read(of("Warn"), Reaction.class, Reaction.FAIL)).isEqualTo(Reaction.WARN);
    assertThatThrownBy(() -> Choice.read(of("maybe"), Reaction.class, Reaction.FAIL))
        .isInstanceOf(ProblemException.class)
        .hasMessage("perf.x is \"maybe\", expected one of fail, warn, pass.");
  }

  @Test
  void reactionsAreTheEffectsOfTheGate() {
    assertThat(List.of(Reaction.values()))
        .extracting(Reaction::effect)
        .containsExactly(Effect.FAILS, Effect.WARNS, Effect.PASSES);
  }
}
