package dev.gnomon.imported;

import static dev.gnomon.imported.Imports.file;
import static dev.gnomon.imported.Imports.problem;
import static dev.gnomon.imported.Imports.series;
import static dev.gnomon.imported.Imports.times;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

class CsvReaderTest {
  private static List<ImportedRun> read(String columns, String unit, String table) {
    return CsvReader.read(
        file("t.csv", table),
        Optional.ofNullable(columns).map(Columns::parse),
        Optional.ofNullable(unit));
  }

  @Test
  void rowsOfOneCommitAndDateAreOneRun() {
    List<ImportedRun> runs =
        read(
            "benchmark=name,score=ms,commit=sha,date=when,param.size=n,label=box",
            "ms/op",
            """
            name,n,ms,sha,when,box
            a.B.c,10,1.5,0123456,2026-11-01 10:00:00,x
            "a.B.c, ""quoted""\n",10,2,0123456,2026-11-01 10:00:00,x
            a.B.c,10,1.6,0123456,2026-11-01 10:00:00,x
            a.B.c,10,1.7,89abcde,2026-11-02,x
            """);

    assertThat(runs).hasSize(2);
    assertThat(times(runs.get(0), "a.B.c")).containsExactly(1.5e6, 1.6e6);
    assertThat(series(runs.get(0), "a.B.c, \"quoted\"\n").id().params())
        .isEqualTo(Map.of("size", "10"));
    assertThat(runs.get(1).told().commit()).contains("89abcde");
    assertThat(runs.get(1).told().measuredAt()).contains(Instant.parse("2026-11-02T00:00:00Z"));
    assertThat(runs.get(1).facts()).containsExactly(Fact.strict("label", "x"));
  }

  @Test
  void ratesAreInvertedWithAllThreads() {
    ImportedRun run =
        read(
                "benchmark=b,score=s,unit=u,threads=t",
                null,
                "b,s,u,t\na,2000000,ops/s,4\nc,4,MB/s,1\nd,7,points,1\n")
            .get(0);

    assertThat(series(run, "a").id()).isEqualTo(BenchmarkId.of("a", Map.of(), Mode.THROUGHPUT, 4));
    assertThat(times(run, "a")).containsExactly(2000.0);
    assertThat(times(run, "c")).containsExactly(2.5e8);
    assertThat(series(run, "d").forks().get(0).secondary())
        .isEqualTo(Map.of("points", new Secondary(7, "points")));
  }

  @Test
  void whatJmhWritesNeedsNoNames() {
    ImportedRun run =
        read(
                null,
                null,
                """
                "Benchmark","Mode","Threads","Samples","Score","Score Error (99.9%)","Unit","Param: size"
                "a.B.c","thrpt",2,5,4.000000,NaN,"ops/us",10
                "a.B.d","avgt",1,5,NaN,NaN,"ns/op",
                """)
            .get(0);

    assertThat(series(run, "a.B.c").id())
        .isEqualTo(BenchmarkId.of("a.B.c", Map.of("size", "10"), Mode.THROUGHPUT, 2));
    assertThat(times(run, "a.B.c")).containsExactly(500.0);
    assertThat(series(run, "a.B.d").failure()).isPresent();
    assertThat(run.notes()).hasSize(1);
  }

  @Test
  void otherMetricsBelongToTheForkOfTheirTime() {
    ImportedRun run =
        read(
                "benchmark=b,score=s,unit=u,metric=m,params=p",
                null,
                """
                b,p,m,s,u
                a,"size=1,text=x,y",time,5,ns/op
                a,"size=1,text=x,y",gc.alloc.rate.norm,24,B/op
                """)
            .get(0);

    assertThat(run.series().get(0).id().params()).isEqualTo(Map.of("size", "1", "text", "x,y"));
    assertThat(run.series().get(0).forks()).hasSize(1);
    assertThat(run.series().get(0).forks().get(0).secondary())
        .isEqualTo(Map.of("gc.alloc.rate.norm", new Secondary(24, "B/op")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a,12x|row 1: the score is \"12x\", expected a number",
        ",1|row 1: the benchmark is \"\", expected a name",
        "a,1,2|row 1 has 3 fields and the head 2",
        "a|row 1 has 1 fields and the head 2",
        "a,\"1|EOF reached before encapsulated token finished",
      })
  void whatCannotBeIsNamedByItsRow(String row, String found) {
    assertThat(problem(() -> read("benchmark=b,score=s", "ns/op", "b,s\n" + row)))
        .hasMessageContaining(found)
        .extracting("code")
        .isEqualTo("import-file-unreadable");
  }

  @ParameterizedTest
  @CsvSource({"t,0", "t,1000000", "m,fast", "d,yesterday", "y,perhaps", "c,HEAD"})
  void everyFieldIsChecked(String column, String value) {
    String columns = "benchmark=b,score=s,threads=t,mode=m,date=d,dirty=y,commit=c";
    String row = "x,1,t,m,d,y,c".replace(column, value).replaceAll(",[tmdyc](?=,|$)", ",");
    assertThat(problem(() -> read(columns, "ns/op", "b,s,t,m,d,y,c\n" + row + "\n")))
        .hasMessageContaining("\"" + value + "\"");
  }

  @Test
  void anUnknownTableAsksWhichColumnIsWhich() {
    assertThat(problem(() -> read(null, null, "name,ms\na,1\n")))
        .hasMessageStartingWith("perf.import.columns is not set. The columns are name, ms.")
        .extracting("code")
        .isEqualTo("import-column-unknown");
    assertThat(problem(() -> read("benchmark=name,score=time", "ms", "name,ms\na,1\n")))
        .hasMessageContaining("it names time");
    assertThat(problem(() -> read("benchmark=name,score=ms", null, "name,ms\na,1\n")))
        .hasMessageContaining("it names no unit");
  }

  @Test
  void aTableOfNothingIsEmpty() {
    assertThat(problem(() -> read("benchmark=b,score=s", "ns", "b,s\n")).code())
        .isEqualTo("import-file-empty");
  }

  @Test
  void twoColumnsOfOneNameAreRefused() {
    assertThat(problem(() -> read("benchmark=b,score=s", "ns", "b,s,s\na,1,2\n")).code())
        .isEqualTo("import-file-unreadable");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "benchmark|FIELD=COLUMN",
        "benchmark=a|at least",
        "colour=a|fields of benchmark",
        "benchmark=a,benchmark=b,score=c|stands twice"
      })
  void aMappingIsChecked(String text, String expected) {
    assertThatThrownBy(() -> Columns.parse(text)).hasMessageContaining(expected);
  }
}
