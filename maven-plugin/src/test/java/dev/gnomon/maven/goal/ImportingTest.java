package dev.gnomon.maven.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.gnomon.archive.RunAddress;
import dev.gnomon.archive.directory.DirectoryArchive;
import dev.gnomon.environment.Environment;
import dev.gnomon.environment.Fact;
import dev.gnomon.imported.Format;
import dev.gnomon.imported.ImportedRun;
import dev.gnomon.maven.config.Setting;
import dev.gnomon.model.BenchmarkId;
import dev.gnomon.model.Fork;
import dev.gnomon.model.ForkPlan;
import dev.gnomon.model.Iteration;
import dev.gnomon.model.Mode;
import dev.gnomon.model.Noise;
import dev.gnomon.model.Origin;
import dev.gnomon.model.ProfileRef;
import dev.gnomon.model.Revision;
import dev.gnomon.model.Run;
import dev.gnomon.model.Sampling;
import dev.gnomon.model.Series;
import dev.gnomon.problem.ProblemException;
import dev.gnomon.report.exchange.GoBenchmarks;
import dev.gnomon.report.exchange.JmhJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportingTest {
  private static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");
  private static final Origin ORIGIN = new Origin("g:root", "core", Origin.MEASURED, "1");
  private static final Revision HERE =
      new Revision("c".repeat(40), "main", false, Optional.of(NOON));

  @TempDir Path directory;

  private static Run measured(int day) {
    return new Run(
        ORIGIN,
        new Revision(("a" + day).repeat(20), "topic/x", false, Optional.empty()),
        NOON.plus(Duration.ofDays(day)),
        Duration.ofSeconds(1),
        new Environment(List.of(Fact.strict("cpu.model", "A Processor"))),
        new Sampling("annotated", 2, 1, true),
        List.of(
            series("a.Cache.get", Map.of("size", "10", "kind", "x"), Mode.AVERAGE_TIME, 1, day),
            series("a.Cache.put", Map.of(), Mode.THROUGHPUT, 4, day),
            series("a.Cache.start", Map.of(), Mode.SINGLE_SHOT, 1, day)),
        List.of());
  }

  private static Series series(
      String name, Map<String, String> params, Mode mode, int threads, int day) {
    List<Fork> forks = new ArrayList<>();
    for (double time : new double[] {10.25 + day, 12.5 + day}) {
      forks.add(
          new Fork(
              forks.size(),
              NOON,
              List.of(),
              List.of(Iteration.ofScore(time)),
              new TreeMap<>(),
              Noise.NONE,
              ProfileRef.OFF,
              Optional.empty()));
    }
    return new Series(
        BenchmarkId.of(name, params, mode, threads), new ForkPlan(1, 100, 1, 100, 1000), "", forks);
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(directory.resolve(name), text);
  }

  private static List<ImportedRun> read(Path file, String format, String columns) {
    return new Importing(
            new Setting("perf.import.format", format),
            new Setting("perf.import.columns", columns),
            new Setting("perf.import.unit", null))
        .read(file);
  }

  private static List<Run> runs(Path file) {
    return revision(null, null, null).applyTo(read(file, null, null), ORIGIN, HERE, file);
  }

  private static ImportedRevision revision(String commit, String date, String label) {
    return new ImportedRevision(
        new Setting("perf.import.commit", commit),
        new Setting("perf.branch", null),
        new Setting("perf.import.date", date),
        new Setting("perf.label", label));
  }

  /** Benchmarks with the time of each fork. */
  private static Map<BenchmarkId, List<Double>> times(Run run) {
    Map<BenchmarkId, List<Double>> times = new TreeMap<>();
    for (Series series : run.series()) {
      times.put(
          series.id(),
          series.forks().stream()
              .flatMap(fork -> fork.iterations().stream())
              .map(iteration -> Math.rint(iteration.nsPerOp() * 1e6) / 1e6)
              .toList());
    }
    return times;
  }

  @Test
  void whatIsExportedForGoComesBackAsItWas() throws IOException {
    List<Run> exported = List.of(measured(0), measured(1));
    List<Run> back = runs(file("bench.txt", GoBenchmarks.of(exported)));

    assertThat(back).hasSize(2);
    for (int i = 0; i < 2; i++) {
      assertThat(times(back.get(i))).isEqualTo(times(exported.get(i)));
      assertThat(back.get(i).revision()).isEqualTo(exported.get(i).revision());
      assertThat(back.get(i).startedAt()).isEqualTo(exported.get(i).startedAt());
      assertThat(back.get(i).environment().value("cpu.model")).contains("A Processor");
    }
  }

  @Test
  void whatIsExportedAsJmhsOwnFileComesBackAsItWas() throws IOException {
    Path file = file("results.json", JmhJson.of(measured(0)));
    Run back =
        revision("a0".repeat(20), NOON.toString(), "box")
            .applyTo(read(file, null, null), ORIGIN, HERE, file)
            .get(0);

    assertThat(times(back)).isEqualTo(times(measured(0)));
    assertThat(back.revision().commit()).isEqualTo("a0".repeat(20));
    assertThat(back.startedAt()).isEqualTo(NOON);
    assertThat(back.environment().value("label")).contains("box");
  }

  @Test
  void whatNobodySaysIsWhatIsCheckedOut() throws IOException {
    Path file = file("bench.txt", "BenchmarkA 1 2 ns/op\n");
    Files.setLastModifiedTime(file, FileTime.from(NOON));
    Run run = runs(file).get(0);

    assertThat(run.revision()).isEqualTo(HERE);
    assertThat(run.startedAt()).isEqualTo(NOON);
  }

  @Test
  void theSameFileTwiceAddsNothing() throws IOException {
    DirectoryArchive archive = new DirectoryArchive(directory.resolve("archive"));
    Path file = file("bench.txt", GoBenchmarks.of(List.of(measured(0), measured(1))));
    List<RunAddress> added = Importing.addTo(archive, runs(file));

    assertThat(added).hasSize(2);
    assertThat(Importing.addTo(archive, runs(file))).isEmpty();
    Origin later = new Origin("g:root", "core", Origin.MEASURED, "2");
    List<Run> again = revision(null, null, null).applyTo(read(file, null, null), later, HERE, file);
    assertThat(Importing.addTo(archive, again)).isEmpty();
    assertThat(archive.all()).containsExactlyInAnyOrderElementsOf(added);
  }

  @Test
  void otherResultsOfTheSameCommitAndTimeAreAnotherRun() throws IOException {
    DirectoryArchive archive = new DirectoryArchive(directory.resolve("archive"));
    Path file = file("bench.txt", GoBenchmarks.of(List.of(measured(0))));
    Importing.addTo(archive, runs(file));
    Path other = file("other.txt", Files.readString(file).replace("10.25", "11.25"));
    assertThat(Importing.addTo(archive, runs(other))).hasSize(1);
  }

  @Test
  void oneCommitIsNoneOfManyRuns() throws IOException {
    Path file = file("bench.txt", GoBenchmarks.of(List.of(measured(0), measured(1))));
    ProblemException problem =
        problem(
            () ->
                revision("a0a0a0a0", null, null)
                    .applyTo(read(file, null, null), ORIGIN, HERE, file));
    assertThat(problem.code()).isEqualTo("invalid-setting");
    assertThat(problem).hasMessageContaining("holds 2 runs");
  }

  @Test
  void aHistoryNeedsItsDates() throws IOException {
    Path file = file("t.csv", "b,s,u,c\na,1,ns/op,0123456\na,2,ns/op,89abcde\n");
    List<ImportedRun> found = read(file, null, "benchmark=b,score=s,unit=u,commit=c");
    assertThat(problem(() -> revision(null, null, null).applyTo(found, ORIGIN, HERE, file)).code())
        .isEqualTo("import-date-missing");
  }

  @Test
  void aFormThatIsNamedIsTaken() throws IOException {
    Path file = file("bench.txt", "BenchmarkA 1 2 ns/op\n");
    assertThat(read(file, "go", null).get(0).format()).isEqualTo(Format.GO);
    assertThat(problem(() -> read(file, "jmh", null)).code()).isEqualTo("jmh-file-unreadable");
    assertThat(problem(() -> read(file, "xml", null)).code()).isEqualTo("invalid-setting");
    assertThat(problem(() -> read(file, null, "colour=a")).code()).isEqualTo("invalid-setting");
  }

  @Test
  void aFileThatIsNotThereIsMissing() {
    assertThat(problem(() -> read(directory.resolve("none"), null, null)).code())
        .isEqualTo("import-file-missing");
    assertThat(problem(() -> read(directory, null, null)).code()).isEqualTo("import-file-missing");
  }

  private static ProblemException problem(ThrowingCallable call) {
    return catchThrowableOfType(ProblemException.class, call);
  }
}
