package dev.gnomon.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.gnomon.model.Run;
import dev.gnomon.problem.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RunJsonBadInputTest {
  private static final Charset UTF = StandardCharsets.UTF_8;
  private static final String GOOD = text(RunJson.encode(SmallRuns.one()));

  @Test
  void aRunCutAnywhereIsTruncated() {
    byte[] json = GOOD.strip().getBytes(StandardCharsets.US_ASCII);
    for (int length = 0; length < json.length; length++) {
      assertThat(problem(Arrays.copyOf(json, length)).code())
          .as("the first %d of %d bytes", length, json.length)
          .isEqualTo("run-file-truncated");
    }
  }

  @Test
  void aZippedRunCutAnywhereIsTruncated() throws IOException {
    byte[] zipped = zip(GOOD.getBytes(StandardCharsets.US_ASCII));
    for (int length = 2; length < zipped.length; length++) {
      assertThat(problem(Arrays.copyOf(zipped, length)).code())
          .as("the first %d of %d bytes", length, zipped.length)
          .isEqualTo("run-file-truncated");
    }
  }

  @Test
  void theMessageNamesTheFileAndWhatToDo() {
    assertThat(problem(new byte[0]))
        .hasMessage(
            "target/perf/run.json cannot be read as a run: it is empty. Whoever wrote or copied it"
                + " was cut short: measure again, or restore it from a copy.");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void aFlippedBitNeverGoesUnseenInAZippedRun(long seed) throws IOException {
    byte[] zipped = zip(GOOD.getBytes(StandardCharsets.US_ASCII));
    Random random = new Random(seed);
    int gzipHeader = 10;
    int at = gzipHeader + random.nextInt(zipped.length - gzipHeader);
    zipped[at] ^= (byte) (1 << random.nextInt(8));
    assertThat(problem(zipped).code()).startsWith("run-file-");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "<html><body>404</body></html>|foreign|it is not JSON",
        "[{\"jmhVersion\":\"1.37\"}]|foreign|it is a JSON array, as JMH writes its results",
        "\"text\"|foreign|it is no JSON object",
        "{\"benchmarks\":[]}|foreign|it has no schema, expected \"gnomon-run/1\"",
        "{\"schema\":7}|foreign|it has schema 7, expected \"gnomon-run/1\"",
        "{\"schema\":\"gnomon-evaluation/1\"}|foreign|it has schema \"gnomon-evaluation/1\"",
        "{\"schema\":\"gnomon-run/2\",\"any\":[thing|future|it has schema \"gnomon-run/2\"",
        "{\"schema\":\"gnomon-run/1\",|truncated|it breaks off",
        "{\"schema\":\"gnomon-run/1\";|damaged|it is not valid JSON at line 1",
        "{\"schema\":\"gnomon-run/1\",\"a\":1,\"a\":2}|damaged|it is not valid JSON",
        "{\"schema\":\"gnomon-run/1\"}|invalid|origin is missing",
      })
  void whatIsNoRunIsToldApart(String json, String kind, String found) {
    ProblemException problem = problem(json.getBytes(StandardCharsets.UTF_8));
    assertThat(problem.code()).isEqualTo("run-file-" + kind);
    assertThat(problem).hasMessageContaining(found);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"ops\":[100,200]|\"ops\":[100,-5]|iterations: an iteration of -5.0 operations",
        "\"ops\":[100,200]|\"ops\":[100,\"NaN\"]|an iteration of NaN operations",
        "\"ops\":[100,200]|\"ops\":[100]|iterations.ops is \"1 numbers\", expected 2 as in nsPerOp",
        "\"ops\":[100,200]|\"ops\":[100,{}]|iterations.ops is a list, expected an array of numbers",
        "\"threads\":[1,1]|\"threads\":[1,1.5]|threads[1] is 1.5, expected a whole number from -1",
        "\"threads\":[1,1]|\"threads\":[1,4e18]|threads[1] is 4.0E18, expected a whole number",
        "\"mode\":\"avgt\"|\"mode\":\"fast\"|series[0]: unknown JMH mode \"fast\"",
        "\"benchmark\":\"a.B.c\"|\"benchmark\":\" \"|series[0]: a benchmark needs a name",
        "\"threads\":1,|\"threads\":99999999999,|series[0].threads is 99999999999",
        "\"threads\":1,|\"threads\":true,|series[0].threads is true, expected a whole number",
        "\"tookNs\"|\"tookNs\":1,\"surprise\"|surprise is not a field of this format",
        "\"startedAt\":\"2026-11-01T12:00:00Z\"|\"startedAt\":\"now\"|startedAt is \"now\"",
        "\"startedAt\":\"2026-11-01T12:00:00Z\"|\"startedAt\":\"-1000-01-01T00:00:00Z\"|1970",
        "\"kind\":\"THREW\"|\"kind\":\"x\\ny\"|failure.kind is \"x?y\", expected one of [THREW",
      })
  void whatCannotBeIsInvalidAndNamed(String from, String to, String found) {
    assertThat(GOOD).contains(from);
    ProblemException problem = problem(GOOD.replace(from, to).getBytes(StandardCharsets.UTF_8));
    assertThat(problem).hasMessageContaining(found);
    assertThat(problem.code()).isEqualTo("run-file-invalid");
  }

  @Test
  void theSameBenchmarkTwiceIsInvalid() {
    String series = GOOD.substring(GOOD.indexOf("\"series\":[") + 10, GOOD.lastIndexOf("]}"));
    assertThat(problem(GOOD.replace(series, series + "," + series).getBytes(UTF)).code())
        .isEqualTo("run-file-invalid");
  }

  @Test
  void deepNestingIsHostile() {
    assertHostile(start("[".repeat(100_000)), "depth");
  }

  @Test
  void aNumberBeyondAnyDoubleIsHostile() {
    assertHostile(start("1e999999"), "the number \"1e999999\" is beyond any double");
    assertHostile(start("[1,2,1e999999]"), "the number \"1e999999\" is beyond any double");
  }

  @Test
  void aNumberOfAThousandDigitsIsHostile() {
    assertHostile(start("9".repeat(1000)), "Number value length (1000)");
  }

  @Test
  void aHugeTextIsHostile() {
    assertHostile(start("\"" + "x".repeat(Limits.TEXT + 1) + "\""), "String value length");
  }

  @Test
  void aHugeNameIsHostile() {
    assertHostile(start("{\"" + "x".repeat(100_000) + "\":1}"), "Name length");
  }

  @Test
  void millionsOfForksAreHostile() {
    assertHostile(
        start("[" + "{},".repeat(Limits.VALUES) + "{}]"),
        "it holds more than " + Limits.VALUES + " values");
  }

  @Test
  void aGzipBombIsHostile() throws IOException {
    byte[] bomb = zip(start("\"" + " ".repeat(12 << 20) + "\""));
    assertThat(bomb.length).isLessThan(20_000);
    assertHostile(bomb, "it inflates to more than 200 times its size");
  }

  @Test
  void moreThanTheLargestRunIsHostile() {
    assertThatThrownBy(() -> RunJson.decode(new Endless(), "endless"))
        .hasMessageContaining("it holds more than 256 MiB");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void noGarbageEscapesAsAnythingButAProblem(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 200; i++) {
      byte[] json = GOOD.getBytes(StandardCharsets.US_ASCII);
      for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
        json[random.nextInt(json.length)] = (byte) random.nextInt(256);
      }
      try {
        Run run = decode(json);
        assertThat(run).isNotNull();
      } catch (ProblemException e) {
        assertThat(e.code()).startsWith("run-file-");
      }
    }
  }

  private static void assertHostile(byte[] json, String found) {
    ProblemException problem = problem(json);
    assertThat(problem).hasMessageContaining(found);
    assertThat(problem.code()).isEqualTo("run-file-hostile");
  }

  private static byte[] start(String value) {
    return ("{\"schema\":\"gnomon-run/1\",\"series\":" + value + "}").getBytes(UTF);
  }

  private static ProblemException problem(byte[] json) {
    return catchThrowableOfType(ProblemException.class, () -> decode(json));
  }

  private static Run decode(byte[] json) {
    return RunJson.decode(new ByteArrayInputStream(json), "target/perf/run.json");
  }

  private static String text(byte[] json) {
    return new String(json, StandardCharsets.US_ASCII);
  }

  private static byte[] zip(byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(content);
    }
    return bytes.toByteArray();
  }

  private static final class Endless extends InputStream {
    @Override
    public int read() {
      return ' ';
    }

    @Override
    public int read(byte[] into, int from, int length) {
      Arrays.fill(into, from, from + length, (byte) ' ');
      return length;
    }
  }
}
