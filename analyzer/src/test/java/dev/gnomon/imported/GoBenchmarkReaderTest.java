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
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoBenchmarkReaderTest {
  private static final String SOME =
      """
      goos: linux
      goarch: amd64
      pkg: example.org/text
      cpu: A Processor @ 3.00GHz
      BenchmarkSplit
      BenchmarkSplit-8         	 1000000	      1042 ns/op	  96.50 MB/s	     128 B/op	       3 allocs/op
      BenchmarkSplit-8         	 1000000	      1050 ns/op	  95.70 MB/s	     136 B/op	       3 allocs/op
      BenchmarkJoin/size=10/sep=comma-8  2000  0.5 ns/op
      Benchmarks are fun
      --- BENCH: BenchmarkSplit-8
          split_test.go:12: took a while
      PASS
      ok  	example.org/text	4.2s
      """;

  private static List<ImportedRun> read(String text) {
    return GoBenchmarkReader.read(file("bench.txt", text));
  }

  @Test
  void everyLineIsAForkAndEveryUnitAMetric() {
    ImportedRun run = read(SOME).get(0);

    assertThat(run.series()).hasSize(2);
    assertThat(times(run, "example.org/text.Split")).containsExactly(1042.0, 1050.0);
    assertThat(series(run, "example.org/text.Split").forks().get(1).secondary())
        .isEqualTo(
            Map.of(
                "MB/s", new Secondary(95.7, "MB/s"),
                "gc.alloc.rate.norm", new Secondary(136, "B/op"),
                "allocs/op", new Secondary(3, "allocs/op")));
    assertThat(series(run, "example.org/text.Join").id())
        .isEqualTo(
            BenchmarkId.of(
                "example.org/text.Join",
                Map.of("size", "10", "sep", "comma"),
                Mode.AVERAGE_TIME,
                8));
    assertThat(run.facts())
        .containsExactly(
            Fact.strict("cpu.model", "A Processor @ 3.00GHz"),
            Fact.strict("os.arch", "amd64"),
            Fact.strict("os.family", "linux"));
    assertThat(run.told()).isEqualTo(Told.NOTHING);
  }

  @Test
  void theConfigurationTellsRunsApart() {
    List<ImportedRun> runs =
        read(
            """
            commit: 1111111aaaa
            branch: main
            date: 2026-11-01T12:00:00Z
            pkg: a
            BenchmarkOne 10 5 ns/op
            pkg: b
            BenchmarkOne 10 6 ns/op
            commit: 2222222BBBB
            date: 2026-11-02T12:00:00Z
            BenchmarkOne 10 7 ns/op
            """);

    assertThat(runs)
        .extracting(ImportedRun::told)
        .containsExactly(
            told("1111111aaaa", "2026-11-01T12:00:00Z"),
            told("2222222bbbb", "2026-11-02T12:00:00Z"));
    assertThat(runs.get(0).series()).hasSize(2);
    assertThat(times(runs.get(1), "b.One")).containsExactly(7.0);
  }

  private static Told told(String commit, String at) {
    return new Told(
        Optional.of(commit),
        Optional.of("main"),
        false,
        Optional.empty(),
        Optional.of(Instant.parse(at)));
  }

  @ParameterizedTest
  @CsvSource({"2 ns/op,2", "2 us/op,2000", "1.5e3 ns/op,1500", "2 sec/op,2e9", ".5 ms/op,500000"})
  void timesAreInNanoseconds(String value, double nanos) {
    assertThat(times(read("BenchmarkA 1 " + value + "\n").get(0), "A").get(0))
        .isCloseTo(nanos, within(1e-6));
  }

  @ParameterizedTest
  @CsvSource({
    "BenchmarkA,A,1",
    "BenchmarkA-16,A,16",
    "BenchmarkA/b/c-2,A/b/c,2",
    "BenchmarkA/x-0,A/x-0,1",
    "Benchmark,Benchmark,1",
  })
  void theNumberAtTheEndOfANameIsThatOfProcessors(String name, String benchmark, int threads) {
    BenchmarkId id = read(name + " 1 2 ns/op\n").get(0).series().get(0).id();
    assertThat(id).isEqualTo(BenchmarkId.of(benchmark, Map.of(), Mode.AVERAGE_TIME, threads));
  }

  @ParameterizedTest
  @CsvSource({"NaN", "+Inf", "-3", "1e999"})
  void whatIsNoTimeIsAFailedForkWithAWord(String value) {
    ImportedRun run = read("BenchmarkA 1 " + value + " ns/op\nBenchmarkA 1 2 ns/op\n").get(0);
    assertThat(run.series().get(0).goodForks()).hasSize(1);
    assertThat(run.notes()).singleElement().asString().contains("1 values are no times");
  }

  @Test
  void aMetricWithoutATimeIsKept() {
    ImportedRun run = read("BenchmarkA 1 12 hits/run\n").get(0);
    assertThat(run.series().get(0).forks().get(0).secondary())
        .isEqualTo(Map.of("hits/run", new Secondary(12, "hits/run")));
    assertThat(run.notes()).singleElement().asString().contains("questions see them");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "BenchmarkA 1 2 ns/op 3~|pairs of a value and a unit",
        "BenchmarkA 1 2~|pairs of a value and a unit",
        "BenchmarkA 1 12x ns/op~|\"12x\" where a number belongs",
        "BenchmarkA 1 0x1p3 ns/op~|where a number belongs",
        "BenchmarkA 1 2 ns/op|breaks off without a line break",
        "commit: ../../etc~BenchmarkA 1 2 ns/op~|which is no id of git",
        "date: yesterday~BenchmarkA 1 2 ns/op~|which is no time",
        "date: +99999-01-01T00:00:00Z~BenchmarkA 1 2 ns/op~|which is no time",
      })
  void whatCannotBeIsNamedByItsLine(String text, String found) {
    assertThat(problem(() -> read(text.replace('~', '\n'))))
        .hasMessageStartingWith("bench.txt cannot be imported: line ")
        .hasMessageContaining(found)
        .extracting("code")
        .isEqualTo("import-file-unreadable");
  }

  @Test
  void aNameWithoutEndIsRefused() {
    assertThat(problem(() -> read("Benchmark" + "x".repeat(5000) + " 1 2 ns/op\n")))
        .hasMessageContaining("has a name of 5009 characters");
  }

  @Test
  void outputWithoutBenchmarksIsEmpty() {
    assertThat(problem(() -> read("PASS\nok\n")).code()).isEqualTo("import-file-empty");
  }

  @Test
  void hostileNamesStayText() {
    String name = "a\u0001<b>'\";--/../..";
    assertThat(read("Benchmark" + name + " 1 2 ns/op\n").get(0).series().get(0).id().benchmark())
        .isEqualTo(name);
  }
}
