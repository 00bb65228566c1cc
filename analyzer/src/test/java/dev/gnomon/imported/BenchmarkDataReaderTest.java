package dev.gnomon.imported;

import static dev.gnomon.imported.Imports.file;
import static dev.gnomon.imported.Imports.problem;
import static dev.gnomon.imported.Imports.series;
import static dev.gnomon.imported.Imports.times;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gnomon.environment.Fact;
import dev.gnomon.model.BenchmarkId;
import dev.gnomon.model.Mode;
import dev.gnomon.model.Secondary;
import dev.gnomon.model.Series;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BenchmarkDataReaderTest {
  private static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";

  private static List<ImportedRun> read(String text) {
    return BenchmarkDataReader.read(file("data.js", text));
  }

  private static String data(String entries) {
    return "window.BENCHMARK_DATA = {\"lastUpdate\": 1, \"repoUrl\": \"https://example.org\","
        + " \"entries\": {\"Suite\": ["
        + entries
        + "]}}";
  }

  private static String entry(String tool, long date, String benches) {
    return """
        {"commit": {"author": {"name": "A"}, "id": "%s", "message": "m",
          "timestamp": "2026-11-01T12:00:00+01:00", "url": "https://example.org"},
         "date": %d, "tool": "%s", "benches": [%s]}"""
        .formatted(COMMIT, date, tool, benches);
  }

  private static String bench(String name, String value, String unit, String extra) {
    return "{\"name\": \"%s\", \"value\": %s, \"range\": \"± 1\", \"unit\": \"%s\", \"extra\": \"%s\"}"
        .formatted(name, value, unit, extra);
  }

  private static Series one(String tool, String value, String unit) {
    return read(data(entry(tool, 1793534400000L, bench("x", value, unit, ""))))
        .get(0)
        .series()
        .get(0);
  }

  @Test
  void everyEntryIsARunOfItsCommitAndDate() {
    List<ImportedRun> runs =
        read(
            data(
                entry("cargo", 1793534400000L, bench("a", "5", "ns/iter", ""))
                    + ","
                    + entry("cargo", 1793538000000L, bench("a", "6", "ns/iter", ""))));

    assertThat(runs).hasSize(2);
    assertThat(runs.get(0).told())
        .isEqualTo(
            new Told(
                Optional.of(COMMIT),
                Optional.empty(),
                false,
                Optional.of(Instant.parse("2026-11-01T11:00:00Z")),
                Optional.of(Instant.parse("2026-11-01T12:00:00Z"))));
    assertThat(runs.get(0).facts()).containsExactly(Fact.strict("imported.suite", "Suite"));
    assertThat(times(runs.get(1), "a")).containsExactly(6.0);
  }

  @Test
  void benchmarksOfJmhKeepTheirParametersAndThreads() {
    String extra = "iterations: 5\\nforks: 2\\nthreads: 4";
    ImportedRun run =
        read(data(
                entry(
                    "jmh",
                    1793534400000L,
                    bench("a.B.c ( {\\\"size\\\":\\\"10\\\"} )", "2000000", "ops/s", extra)
                        + ","
                        + bench("a.B.d", "3", "us/op", extra))))
            .get(0);

    assertThat(series(run, "a.B.c").id())
        .isEqualTo(BenchmarkId.of("a.B.c", Map.of("size", "10"), Mode.THROUGHPUT, 4));
    assertThat(times(run, "a.B.c")).containsExactly(2000.0);
    assertThat(times(run, "a.B.d")).containsExactly(3000.0);
  }

  @Test
  void aLineOfGoIsOneBenchmarkHoweverManyValuesItHas() {
    String extra = "1000 times\\n8 procs";
    ImportedRun run =
        read(data(
                entry(
                    "go",
                    1793534400000L,
                    bench("BenchmarkA/n=1", "12", "ns/op\\t 16 B/op", extra)
                        + ","
                        + bench("BenchmarkA/n=1 - ns/op", "12", "ns/op", extra)
                        + ","
                        + bench("BenchmarkA/n=1 - B/op", "16", "B/op", extra))))
            .get(0);

    Series series = run.series().get(0);
    assertThat(run.series()).hasSize(1);
    assertThat(series.id()).isEqualTo(BenchmarkId.of("A", Map.of("n", "1"), Mode.AVERAGE_TIME, 8));
    assertThat(series.forks()).hasSize(1);
    assertThat(times(run, "A")).containsExactly(12.0);
    assertThat(series.forks().get(0).secondary())
        .isEqualTo(Map.of("gc.alloc.rate.norm", new Secondary(16, "B/op")));
  }

  @ParameterizedTest
  @CsvSource({
    "jmh,4,ops/ms,250000",
    "benchmarkjs,1000,ops/sec,1e6",
    "pytest,50,iter/sec,2e7",
    "customBiggerIsBetter,4,MB/s,2.5e8",
    "customSmallerIsBetter,4,ms,4e6",
    "customSmallerIsBetter,2,Seconds,2e9",
    "googlecpp,7,us/iter,7000",
    "catch2,7,ns,7",
    "anything,7,ns,7",
  })
  void moreIsAlwaysWorse(String tool, String value, String unit, double nanos) {
    Series series = one(tool, value, unit);
    assertThat(series.forks().get(0).iterations().get(0).nsPerOp()).isCloseTo(nanos, within(1e-6));
  }

  @ParameterizedTest
  @CsvSource({
    "customSmallerIsBetter,4,errors/s",
    "customBiggerIsBetter,4,ms",
    "customSmallerIsBetter,4,Megabytes",
    "customBiggerIsBetter,4,points",
  })
  void whatWouldBeJudgedUpsideDownIsNoTime(String tool, String value, String unit) {
    Series series = one(tool, value, unit);
    assertThat(series.forks().get(0).iterations()).isEmpty();
    assertThat(series.forks().get(0).secondary()).isEqualTo(Map.of(unit, new Secondary(4, unit)));
  }

  @Test
  void aValueThatIsNoneFailsItsBenchmarkOnly() {
    assertThat(one("cargo", "null", "ns/iter").failure()).isPresent();
    assertThat(one("cargo", "\"NaN\"", "ns/iter").failure()).isPresent();
    assertThat(one("jmh", "0", "ops/s").failure()).isPresent();
  }

  @Test
  void theObjectByItselfIsReadToo() {
    String script = data(entry("cargo", 1793534400000L, bench("a", "5", "ns/iter", "")));
    String json = script.substring(script.indexOf('{'));
    assertThat(read(json)).isEqualTo(read(script)).isEqualTo(read(script + ";\n"));
    assertThat(file("x", json).format()).isEqualTo(Format.GITHUB_ACTION);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "window.BENCHMARK_DATA|nothing is assigned",
        "window.BENCHMARK_DATA = {\"entries\": {|it breaks off",
        "window.BENCHMARK_DATA = alert(1)|it is not JSON",
        "window.BENCHMARK_DATA = []|it is no JSON object",
        "window.BENCHMARK_DATA = {}|entries is missing",
        "window.BENCHMARK_DATA = {\"entries\": {\"s\": [{}]}}|commit is missing",
        "window.BENCHMARK_DATA = {\"entries\": {}} ; alert(1)|not valid JSON",
      })
  void whatIsNoHistoryIsAProblem(String text, String found) {
    assertThat(problem(() -> read(text)))
        .hasMessageContaining(found)
        .extracting("code")
        .isEqualTo("import-file-unreadable");
  }

  @Test
  void whatCannotBeIsAProblem() {
    String good = data(entry("jmh", 1793534400000L, bench("a", "5", "ns/op", "")));
    for (String bad :
        List.of(
            good.replace(COMMIT, "../../x"),
            good.replace("1793534400000", "-5"),
            good.replace("1793534400000", "99999999999999999"),
            good.replace("\"a\"", "\" \""),
            good.replace("\"a\"", "\"" + "x".repeat(5000) + "\""),
            good.replace(": 5,", ": 1e999,"),
            good.replace(": 5,", ": \"fast\","),
            good.replace("\"lastUpdate\": 1", "\"x\": " + "[".repeat(50) + "]".repeat(50)))) {
      assertThat(problem(() -> read(bad)).code()).as(bad).isEqualTo("import-file-unreadable");
    }
    assertThat(problem(() -> read(data(""))).code()).isEqualTo("import-file-empty");
  }
}
