package dev.gnomon.unit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScoreUnitTest {
  @ParameterizedTest
  @CsvSource({
    "ns/op,false,1", "ms,false,1e6", "Seconds,false,1e9", "\u00b5s/iter,false,1e3",
    "iter/sec,true,1e9", "req/min,true,6e10", "MB/s,true,1e9", "msecs,false,1e6",
  })
  void unitsOfManyToolsAreKnown(String text, boolean throughput, double nanos) {
    assertThat(ScoreUnit.find(text)).contains(new ScoreUnit(throughput, nanos));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "MB", "%", "m", "h", "B/op", "s/s", "ops/s/core", "ss", "mss"})
  void whatIsNoTimeIsNone(String text) {
    assertThat(ScoreUnit.find(text)).isEmpty();
  }

  @Test
  void aRateOfAllThreadsIsATimeOfOne() {
    assertThat(new ScoreUnit(true, 1e9).nsPerOp(2e6, 4)).isEqualTo(2000);
    assertThat(new ScoreUnit(true, 1e9).nsPerOp(0, 4)).isInfinite();
    assertThat(new ScoreUnit(false, 1e3).nsPerOp(2, 4)).isEqualTo(2000);
  }
}
