package dev.gnomon.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gnomon.model.Run;
import dev.gnomon.model.RunHead;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class RunJsonTest {
  static LongStream seeds() {
    return LongStream.range(0, 50);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aRunReadsBackAsItWasWritten(long seed) {
    Run run = new RandomRecords(seed, 4).record(Run.class);
    assertThat(decode(RunJson.encode(run))).isEqualTo(run);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aHeadIsTheStartOfItsRun(long seed) {
    Run run = new RandomRecords(seed, 3).record(Run.class);
    byte[] start = firstHalfAtSeries(RunJson.encode(run));
    assertThat(RunJson.decodeHead(new ByteArrayInputStream(start), "start"))
        .isEqualTo(RunHead.of(run));
  }

  @Test
  void theSameRunGivesTheSameBytesInEveryLocale() {
    Run run = new RandomRecords(7, 3).record(Run.class);
    byte[] here = RunJson.encode(run);
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertThat(RunJson.encode(decode(here))).isEqualTo(here);
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void whatIsWrittenIsAscii() {
    byte[] json = RunJson.encode(new RandomRecords(3, 4).record(Run.class));
    assertThat(json).isNotEmpty();
    assertThat(new String(json, StandardCharsets.ISO_8859_1).chars())
        .allMatch(c -> c == '\n' || (c >= ' ' && c < 127));
  }

  @Test
  void aProfileThatDoesNotTellItsSamplesIsReadAsWell() {
    String json = text(RunJson.encode(new RandomRecords(5, 2).record(Run.class)));
    String without = json.replaceAll(",\"samples\":[0-9]+", "");
    assertThat(without).isNotEqualTo(json);

    Run run = decode(without.getBytes(StandardCharsets.US_ASCII));
    assertThat(run.series())
        .allSatisfy(
            series ->
                assertThat(series.forks())
                    .allSatisfy(fork -> assertThat(fork.profile().samples()).isZero()));
    assertThat(text(RunJson.encode(run))).isEqualTo(without);
  }

  private static String text(byte[] json) {
    return new String(json, StandardCharsets.US_ASCII);
  }

  private static byte[] firstHalfAtSeries(byte[] json) {
    String text = new String(json, StandardCharsets.US_ASCII);
    return text.substring(0, text.indexOf("\"series\":")).getBytes(StandardCharsets.US_ASCII);
  }

  private static Run decode(byte[] json) {
    return RunJson.decode(new ByteArrayInputStream(json), "run.json");
  }
}
