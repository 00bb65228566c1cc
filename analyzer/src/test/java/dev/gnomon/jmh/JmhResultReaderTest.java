package dev.gnomon.jmh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.gnomon.environment.Fact;
import dev.gnomon.imported.ImportedRun;
import dev.gnomon.model.Failure;
import dev.gnomon.model.Fork;
import dev.gnomon.model.ForkPlan;
import dev.gnomon.model.Iteration;
import dev.gnomon.model.Mode;
import dev.gnomon.model.Revision;
import dev.gnomon.model.Run;
import dev.gnomon.model.Secondary;
import dev.gnomon.model.Series;
import dev.gnomon.problem.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The files were written by JMH 1.21 and 1.37, and shortened. */
final class JmhResultReaderTest {
  @ParameterizedTest
  @ValueSource(strings = {"1.21", "1.37"})
  void everyModeKeepsItsForksAndIterations(String version) throws IOException {
    ImportedRun result = resource("jmh-" + version + ".json");
    assertThat(result.series()).hasSize(6);
    assertThat(result.series())
        .allSatisfy(
            series -> {
              assertThat(series.forks()).hasSize(2).allMatch(Fork::succeeded);
              assertThat(series.forks()).allSatisfy(f -> assertThat(f.iterations()).hasSize(2));
              assertThat(series.forks())
                  .allSatisfy(
                      f ->
                          assertThat(f.secondary())
                              .containsOnlyKeys("gc.alloc.rate.norm", "gc.count"));
            });
    assertThat(result.facts())
        .contains(Fact.strict("jmh.version", version), Fact.strict("jvm.major", "17"));
  }

  @Test
  void throughputOfSeveralThreadsIsInvertedForOne() throws IOException {
    // 3929.66 ops/ms of two threads: 2e6 / 3929.66 ns each
    assertThat(times(series("thrpt"), 0)[0]).isCloseTo(508.949, within(0.001));
  }

  @Test
  void timesAreInNanoseconds() throws IOException {
    assertThat(times(series("avgt"), 0)[1]).isCloseTo(214.300, within(0.001)); // from us/op
    assertThat(times(series("ss"), 1)[1]).isCloseTo(10_415_703, within(0.1)); // from ms/op
  }

  @Test
  void aSampledIterationIsTheMeanOfItsHistogram() throws IOException {
    Series sample = series("sample");
    double ops = 0;
    double sum = 0;
    for (Fork fork : sample.forks()) {
      for (Iteration iteration : fork.iterations()) {
        ops += iteration.ops();
        sum += iteration.ops() * iteration.nsPerOp();
      }
    }
    assertThat(ops).isEqualTo(14 + 10 + 8 + 9);
    // JMH's own score is the mean of all samples
    assertThat(sum / ops).isCloseTo(5_907_431.024390243, within(1e-3));
  }

  @Test
  void aPlanIsReadAsFarAsItIsTold() throws IOException {
    assertThat(series("avgt").plan()).isEqualTo(new ForkPlan(1, 50_000_000, 2, 50_000_000, 0));
    assertThat(series("ss").plan()).isEqualTo(new ForkPlan(1, 0, 2, 0, 0));
  }

  @Test
  void aBenchmarkWithoutParametersHasNone() throws IOException {
    assertThat(series("nop").id().params()).isEmpty();
    assertThat(series("thrpt").id().params()).isEqualTo(Map.of("size", "two \"quoted\""));
    assertThat(series("thrpt").id().threads()).isEqualTo(2);
  }

  @Test
  void secondaryResultsLoseTheirDotInAnyCharset() {
    String metric = "{\"score\":5,\"scoreUnit\":\"B/op\",\"rawData\":[[4.0,6.0]]}";
    for (String dot : List.of("\u00b7", "?", "\ufffd", "\u00b7?", "")) {
      ImportedRun result = read(result("[[1.0]]", "\"" + dot + "gc.alloc.rate.norm\":" + metric));
      assertThat(result.series().get(0).forks().get(0).secondary())
          .isEqualTo(Map.of("gc.alloc.rate.norm", new Secondary(5, "B/op")));
    }
  }

  @Test
  void aSecondaryResultThatIsNotOfEachForkIsLeftOut() {
    String metric = "{\"score\":5,\"scoreUnit\":\"#\",\"rawData\":[[1.0]]}";
    ImportedRun result = read(result("[[1.0],[2.0]]", "\"perf\":" + metric));
    assertThat(result.series().get(0).forks()).allMatch(fork -> fork.secondary().isEmpty());
  }

  @Test
  void collectionsAreAddedUpAndRatesAreNot() {
    ImportedRun result =
        read(
            result(
                "[[1.0,1.0]]",
                "\"gc.count\":{\"scoreUnit\":\"counts\",\"rawData\":[[2.0,3.0]]},"
                    + "\"gc.alloc.rate\":{\"scoreUnit\":\"MB/sec\",\"rawData\":[[2.0,3.0]]}"));
    Map<String, Secondary> secondary = result.series().get(0).forks().get(0).secondary();
    assertThat(secondary.get("gc.count").value()).isEqualTo(5);
    assertThat(secondary.get("gc.alloc.rate").value()).isEqualTo(2.5);
  }

  @Test
  void aScoreThatIsNoNumberFailsItsForkOnly() {
    Series series = read(result("[[1.0,\"NaN\"],[2.0,3.0]]", "")).series().get(0);
    assertThat(series.forks().get(0).failure().orElseThrow().kind())
        .isEqualTo(Failure.Kind.NO_RESULT);
    assertThat(series.goodForks()).hasSize(1);
  }

  @Test
  void aThroughputOfZeroIsNoTime() {
    String json = result("[[0.0],[2.0]]", "").replace("ns/op", "ops/s");
    assertThat(read(json).series().get(0).goodForks()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"ops/min,60e9", "ops/day,86400e9", "min/op,60e9", "s/op,1e9", "hr/op,3600e9"})
  void everyUnitOfJmhIsKnown(String unit, double nanos) {
    Series series = read(result("[[1.0]]", "").replace("ns/op", unit)).series().get(0);
    assertThat(times(series, 0)).containsExactly(nanos);
  }

  @Test
  void whatJmh111LeavesOutIsNotMissed() {
    ImportedRun result = read(result("[[1.0]]", ""));
    assertThat(result.facts()).isEmpty();
    assertThat(result.series().get(0).id().mode()).isEqualTo(Mode.AVERAGE_TIME);
  }

  @Test
  void aRunWithoutForksSaysSo() {
    assertThat(read(result("[[1.0]]", "").replace("\"forks\":1", "\"forks\":0")).notes())
        .containsExactly(
            "1 of 1 benchmarks ran inside JMH's own JVM (-f 0), where one spoils the other.");
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      value = {"1.8.0_292,8", "17.0.9,17", "25-ea,25", "none,none"})
  void theFeatureReleaseIsFoundInAnyVersion(String version, String major) {
    String jdk = version == null ? "null" : "\"" + version + "\"";
    String json =
        result("[[1.0]]", "").replace("\"threads\"", "\"jdkVersion\":" + jdk + ",\"threads\"");
    assertThat(read(json).facts())
        .isEqualTo(major == null ? List.of() : List.of(Fact.strict("jvm.major", major)));
  }

  @Test
  void aRunCarriesItsSourceAndItsStart() throws IOException {
    Instant start = Instant.parse("2026-11-01T12:00:00Z");
    Run run = resource("jmh-1.37.json").toRun("g:root", "core", "0.1.0", Revision.UNKNOWN, start);
    assertThat(run.origin().source()).isEqualTo("jmh-json");
    assertThat(run.sampling().forks()).isEqualTo(2);
    assertThat(run.series())
        .allSatisfy(s -> assertThat(s.forks()).allMatch(fork -> fork.startedAt().equals(start)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "``|jmh-file-empty|results.json holds no result: it has no bytes, as a JMH that crashed",
        "[]|jmh-file-empty|results.json holds no result: it is a list without results.",
        "{}|jmh-file-unreadable|it is not a JSON array",
        "<html/>|jmh-file-unreadable|it is not JSON",
        "[{\"bench|jmh-file-unreadable|it breaks off",
        "[1,2]|jmh-file-unreadable|[0] is 1.0, expected an object",
        "[{\"benchmark\":\"a.B.c\"}]|jmh-file-unreadable|[0].mode is missing",
        "[{\"a\":\"two \"quoted\"\"}]|jmh-file-unreadable|it is not valid JSON at line 1, column",
      })
  void whatIsNoResultIsAProblem(String json, String code, String found) {
    assertThatThrownBy(() -> read(json))
        .isInstanceOfSatisfying(ProblemException.class, e -> assertThat(e.code()).isEqualTo(code))
        .hasMessageContaining(found)
        .hasMessageContaining("-rf json -rff FILE");
  }

  @Test
  void anUnknownUnitIsAProblem() {
    assertThatThrownBy(() -> read(result("[[1.0]]", "").replace("ns/op", "#")))
        .hasMessageContaining("unknown score unit \"#\", expected one such as ops/s or us/op");
  }

  private static String result(String rawData, String secondary) {
    return """
    [{"benchmark":"a.B.c","mode":"avgt","threads":1,"forks":1,
      "warmupIterations":1,"warmupTime":"1 s","measurementIterations":1,"measurementTime":"1 s",
      "primaryMetric":{"score":1.0,"scoreUnit":"ns/op","rawData":%s},
      "secondaryMetrics":{%s}}]"""
        .formatted(rawData, secondary);
  }

  private static ImportedRun read(String json) {
    return JmhResultReader.read(
        new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), "results.json");
  }

  private static ImportedRun resource(String name) throws IOException {
    try (InputStream in = JmhResultReaderTest.class.getResourceAsStream(name)) {
      return JmhResultReader.read(in, name);
    }
  }

  private static Series series(String method) throws IOException {
    return resource("jmh-1.37.json").series().stream()
        .filter(s -> s.id().benchmark().endsWith("." + method))
        .findFirst()
        .orElseThrow();
  }

  private static double[] times(Series series, int fork) {
    return series.forks().get(fork).iterations().stream().mapToDouble(Iteration::nsPerOp).toArray();
  }
}
