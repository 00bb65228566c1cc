package dev.gnomon.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.gnomon.archive.RunAddress;
import dev.gnomon.archive.RunArchive;
import dev.gnomon.archive.directory.DirectoryArchive;
import dev.gnomon.json.SmallRuns;
import dev.gnomon.model.Background;
import dev.gnomon.model.BenchmarkId;
import dev.gnomon.model.Fork;
import dev.gnomon.model.ForkPlan;
import dev.gnomon.model.Iteration;
import dev.gnomon.model.Mode;
import dev.gnomon.model.Noise;
import dev.gnomon.model.ProfileRef;
import dev.gnomon.model.Run;
import dev.gnomon.model.RunHead;
import dev.gnomon.model.Series;
import dev.gnomon.model.WorkerTime;
import dev.gnomon.problem.ProblemException;
import dev.gnomon.profile.FrameNames;
import dev.gnomon.profile.Profile;
import dev.gnomon.profile.RunProfiles;
import dev.gnomon.profile.Stack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArchiveQueryTest {
  private static final String PROJECT = "dev.example:root";
  private static final String STEP = "a.Cache.get";
  private static final String HOSTILE = "a.B.\",\\N,'; DROP TABLE run_data;--\n\r<b>";

  @TempDir Path directory;

  private DirectoryArchive archive;
  private QueryCache cache;

  @BeforeEach
  void fillAnArchive() {
    archive = new DirectoryArchive(directory.resolve("archive"));
    cache = new QueryCache(SqlEngine.of(getClass().getClassLoader()), directory.resolve("cache"));
    for (int i = 0; i < 24; i++) {
      archive.add(run(i));
    }
  }

  /** A run of the i-th hour; from the twelfth on one benchmark is half as slow again. */
  private static Run run(int i) {
    return run(i, "");
  }

  private static Run run(int i, String code) {
    double wobble = 1 + (i * 7 % 5) / 1000.0;
    return run(
        i,
        List.of(
            series(STEP, wobble * (i < 12 ? 100 : 150), code),
            series("a.Cache.put", wobble * 40, code),
            series(HOSTILE, wobble * 10, code)));
  }

  private static Run run(int i, List<Series> series) {
    Run plain =
        SmallRuns.of(
            SmallRuns.revision("main", Integer.toHexString(i % 16)),
            SmallRuns.NOON.plus(Duration.ofHours(i)),
            SmallRuns.strict("cpu.model", "test"));
    return new Run(
        plain.origin(),
        plain.revision(),
        plain.startedAt(),
        plain.took(),
        plain.environment(),
        plain.sampling(),
        series,
        List.of());
  }

  private static Series series(String benchmark, double nsPerOp, String code) {
    List<Fork> forks = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      forks.add(
          new Fork(
              i,
              SmallRuns.NOON,
              List.of(Iteration.ofScore(nsPerOp * 2)),
              List.of(Iteration.ofScore(nsPerOp + i)),
              new TreeMap<>(),
              Noise.NONE,
              ProfileRef.OFF,
              Optional.empty()));
    }
    return new Series(
        BenchmarkId.of(benchmark, Map.of("size", "1"), Mode.AVERAGE_TIME, 1),
        new ForkPlan(1, 100, 1, 100, 1000),
        code,
        forks);
  }

  private QueryCache.Refreshed refresh() {
    return cache.refresh(archive, PROJECT, List.of("core"), false);
  }

  private Answer ask(String sql) {
    refresh();
    return new ArchiveQuery(cache, new QueryLimits(1000, Duration.ofSeconds(5), 128))
        .ask(Question.ofSql(sql), Map.of());
  }

  private ProblemException refusal(String sql) {
    return catchThrowableOfType(ProblemException.class, () -> ask(sql));
  }

  @Test
  void theViewsHoldWhatTheArchiveHolds() {
    assertThat(
            ask("""
                    SELECT (SELECT count(*) FROM run), (SELECT count(*) FROM result),
                      (SELECT count(*) FROM fork), (SELECT count(*) FROM iteration),
                      (SELECT count(*) FROM frame)
                    """)
                .rows())
        .containsExactly(List.of(24L, 72L, 216L, 432L, 0L));
    assertThat(
            ask("SELECT value, low, high, forks, params FROM result WHERE benchmark = '"
                    + STEP
                    + "' ORDER BY started_at LIMIT 1")
                .rows())
        .containsExactly(List.of(101.0, 100.0, 102.0, 3, "size=1"));
  }

  @Test
  void namesThatLookLikeCommandsAreKeptAsTheyAre() {
    assertThat(ask("SELECT DISTINCT benchmark FROM result ORDER BY 1").rows())
        .contains(List.of(HOSTILE))
        .hasSize(3);
  }

  @Test
  void everyViewHasTheColumnsThatAreDocumented() {
    for (View view : View.values()) {
      assertThat(ask("SELECT * FROM " + view.sqlName() + " LIMIT 0").columns())
          .isEqualTo(view.columns().stream().map(Column::name).toList());
    }
  }

  @Test
  void aStepIsAChangePointAtItsFirstRun() {
    assertThat(
            ask("SELECT benchmark, CAST(started_at AS VARCHAR), round(change, 2) FROM change_point")
                .rows())
        .containsExactly(List.of(STEP, "2026-11-02 00:00:00", 0.5));
  }

  @Test
  void whereTheBenchmarkItselfChangedNothingShifted() {
    archive = new DirectoryArchive(directory.resolve("rewritten"));
    for (int i = 0; i < 24; i++) {
      archive.add(run(i, i < 12 ? "aa" : "bb"));
    }
    assertThat(ask("SELECT count(*) FROM change_point").rows()).containsExactly(List.of(0L));
    assertThat(ask("SELECT count(DISTINCT bytecode) FROM result").rows())
        .containsExactly(List.of(2L));
  }

  @Test
  void whatOperationsCostInEachFrameIsToldAsFarAsProfilesAreKept() {
    archive = new DirectoryArchive(directory.resolve("profiled"));
    Series plain = series(STEP, 100, "");
    Fork fork = plain.forks().get(0);
    Fork profiled =
        new Fork(
            0,
            fork.startedAt(),
            List.of(),
            List.of(new Iteration(100, 1_000, WorkerTime.NONE, Background.NONE)),
            fork.secondary(),
            fork.noise(),
            new ProfileRef("ok", "fork-0000.collapsed", "cpu", "ctimer", 10_000_000),
            Optional.empty());
    Run run = run(0, List.of(new Series(plain.id(), plain.plan(), "", List.of(profiled))));
    Profile profile =
        new Profile(
            Map.of(
                new Stack(List.of(FrameNames.parse("a/A.run"), FrameNames.parse("a/A.leaf"))),
                30_000L,
                new Stack(List.of(FrameNames.parse("a/A.run"))),
                20_000L),
            0);
    archive.add(run, new RunProfiles(Map.of("fork-0000.collapsed", profile)));
    archive.add(run(1));

    assertThat(
            ask("SELECT benchmark, fork, event, frame, self, total FROM frame ORDER BY total DESC")
                .rows())
        .containsExactly(
            List.of(STEP, 0, "cpu", "a.A.run", 20.0, 50.0),
            List.of(STEP, 0, "cpu", "a.A.leaf", 30.0, 30.0));
  }

  @Test
  void damagedProfilesAreAnErrorUnlessTheyMayBeSkippedAndTheRunStays() throws IOException {
    RunAddress address = archive.list(PROJECT, "core").get(0);
    Files.write(directory.resolve("archive").resolve(address.profilesPath()), new byte[] {1, 2, 3});
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(this::refresh)
        .returns("profiles-unreadable", ProblemException::code);
    QueryCache.Refreshed refreshed = cache.refresh(archive, PROJECT, List.of("core"), true);
    assertThat(refreshed.added()).isEqualTo(24);
    assertThat(refreshed.skipped()).hasSize(1);
  }

  @Test
  void onlyWhatIsNewIsRead() {
    assertThat(refresh().added()).isEqualTo(24);
    assertThat(refresh()).isEqualTo(new QueryCache.Refreshed(0, 0, List.of()));
    archive.add(run(24));
    assertThat(refresh()).isEqualTo(new QueryCache.Refreshed(1, 0, List.of()));
  }

  @Test
  void whatTheArchiveLostIsForgottenWithItsChangePoints() throws IOException {
    refresh();
    List<RunAddress> newestFirst = archive.list(PROJECT, "core");
    for (RunAddress address : newestFirst.subList(0, 12)) {
      Files.delete(directory.resolve("archive").resolve(address.path()));
    }
    assertThat(refresh()).isEqualTo(new QueryCache.Refreshed(0, 12, List.of()));
    assertThat(ask("SELECT count(*) FROM change_point").rows()).containsExactly(List.of(0L));
    assertThat(ask("SELECT count(*) FROM fork").rows()).containsExactly(List.of(108L));
  }

  @Test
  void aCacheOfRubbishIsMadeAnew() throws IOException {
    refresh();
    Files.writeString(cache.file(), "rubbish");
    assertThat(refresh().added()).isEqualTo(24);
  }

  @Test
  void aDamagedRunIsAnErrorUnlessItMayBeSkipped() throws IOException {
    RunAddress address = archive.list(PROJECT, "core").get(0);
    Files.write(directory.resolve("archive").resolve(address.path()), new byte[] {1, 2, 3});
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(this::refresh)
        .withMessageContaining(Path.of(address.path()).getFileName().toString());
    QueryCache.Refreshed refreshed = cache.refresh(archive, PROJECT, List.of("core"), true);
    assertThat(refreshed.added()).isEqualTo(23);
    assertThat(refreshed.skipped()).hasSize(1);
  }

  @Test
  void anArchiveThatCannotBeReadIsNotSkipped() {
    RunArchive unreadable =
        new RunArchive() {
          @Override
          public RunAddress add(Run run) {
            throw new AssertionError("nothing is added");
          }

          @Override
          public List<RunAddress> list(String project, String module) {
            return archive.list(project, module);
          }

          @Override
          public RunHead readHead(RunAddress address) {
            return archive.readHead(address);
          }

          @Override
          public Run read(RunAddress address) {
            throw new ProblemException("archive-not-readable", "The disk is away.");
          }
        };
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> cache.refresh(unreadable, PROJECT, List.of("core"), true))
        .withMessage("The disk is away.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "COPY run TO '%s/out.csv'",
        "SELECT * FROM read_csv('/etc/passwd')",
        "SELECT * FROM read_text('/etc/passwd')",
        "SELECT * FROM '/etc/passwd'",
        "SELECT * FROM glob('/*')",
        "ATTACH '%s/other.db'",
        "EXPORT DATABASE '%s/all'",
        "INSTALL httpfs",
        "LOAD httpfs",
        "SELECT * FROM read_csv('https://example.org/x.csv')",
        "SET enable_external_access = true",
        "SET memory_limit = '100GB'",
        "RESET lock_configuration",
        "DELETE FROM run_data",
        "DROP VIEW run",
        "CREATE TABLE t AS SELECT 1",
        "SELECT 1; COPY run TO '%s/out.csv'",
      })
  void whatIsMoreThanReadingIsRefused(String sql) throws IOException {
    ProblemException problem = refusal(sql.replace("%s", directory.toString()));

    assertThat(problem.code()).as(problem.getMessage()).isIn("query-refused", "query-invalid");
    try (var files = Files.list(directory)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("archive", "cache");
    }
    assertThat(ask("SELECT count(*) FROM run").rows()).containsExactly(List.of(24L));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "WITH RECURSIVE n AS (SELECT 1 AS i UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n",
        "SELECT count(*) FROM range(1000000) a, range(1000000) b, range(1000000) c",
        "SELECT array_agg(a.range || '-' || b.range) FROM range(1000000) a, range(1000) b",
        "SELECT DISTINCT a.range || 'x' || b.range FROM range(100000) a, range(100000) b",
      })
  void whatTakesTooMuchIsStopped(String sql) {
    assertThat(refusal(sql).code()).isEqualTo("query-limit");
  }

  @Test
  void anAnswerEndsAtItsLastRow() {
    Answer answer = ask("SELECT * FROM range(1000000000000)");
    assertThat(answer.rows()).hasSize(1000);
    assertThat(answer.more()).isTrue();
  }

  @Test
  void anErrorNamesThePlaceAndTheColumnsThatExist() {
    ProblemException problem = refusal("SELECT slowness FROM change_point");
    assertThat(problem.code()).isEqualTo("query-invalid");
    assertThat(problem).hasMessageContainingAll("slowness", "^", "change_point (", "level_before");
    assertThat(problem.getMessage()).doesNotContain("self_samples");
  }

  static List<String> questions() {
    return Question.names();
  }

  @ParameterizedTest
  @MethodSource("questions")
  void everyNamedQuestionHasAnAnswer(String name) {
    refresh();
    Question question = Question.named(name);
    Answer answer =
        new ArchiveQuery(cache, QueryLimits.USUAL)
            .ask(question, Map.of("since", "2026-11-02T00:00:00", "pinned", "0000000"));
    assertThat(answer.columns()).isNotEmpty();
    assertThat(question.asks()).endsWith("?");
    if (List.of("slower-since", "drift", "largest-changes").contains(name)) {
      assertThat(answer.rows().get(0)).contains(STEP);
    }
    // Without any parameter it may be empty, but never an error.
    new ArchiveQuery(cache, QueryLimits.USUAL).ask(question, Map.of());
  }

  private List<List<Object>> answer(String question, Map<String, String> given) {
    refresh();
    return new ArchiveQuery(cache, QueryLimits.USUAL).ask(Question.named(question), given).rows();
  }

  @Test
  void whatMovesTogetherIsPairedOverTheRunsThatBothHave() {
    List<List<Object>> pairs = answer("moved-together", Map.of());
    String put = "a.Cache.put (size=1) avgt";
    String hostile = HOSTILE + " (size=1) avgt";
    // The third benchmark has a step of its own, which its wobble drowns in.
    assertThat(pairs.get(0).get(0)).isEqualTo(hostile);
    assertThat(pairs.get(0).get(1)).isEqualTo(put);
    assertThat(pairs.get(0).get(3)).isEqualTo(23L);
    assertThat((double) pairs.get(0).get(4)).isGreaterThan(0.99);
    assertThat(pairs).hasSize(1);
  }

  @Test
  void aSlowerBenchmarkIsToldByTheMediansOfBothSides() {
    // Wobble and the spread of three forks make the values; five runs on either side count.
    assertThat(answer("slower-since", Map.of("since", "2026-11-02T00:00:00")).get(0))
        .containsSequence(STEP, "size=1", 1)
        .containsSequence(101.2, 151.3, 49.51);
  }

  @Test
  void anEmptyArchiveAnswersNothing() {
    cache.refresh(archive, PROJECT, List.of("no-such-module"), false);
    for (String name : Question.names()) {
      assertThat(
              new ArchiveQuery(cache, QueryLimits.USUAL).ask(Question.named(name), Map.of()).rows())
          .as(name)
          .isEmpty();
    }
  }

  @Test
  void anUnknownQuestionIsToldThoseThatExist() {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> Question.named("../x"))
        .withMessageContaining("slower-since");
  }

  @Test
  void theTablesAreWrittenForOtherTools() {
    refresh();
    TableExport export = new TableExport(cache);
    assertThat(export.parquet(directory.resolve("parquet")))
        .filteredOn(path -> !path.endsWith("frame"))
        .allSatisfy(
            path -> assertThat(path.resolve("module=core/year=2026")).isNotEmptyDirectory());
    assertThat(export.csv(directory.resolve("csv")))
        .allSatisfy(path -> assertThat(path).isNotEmptyFile());
  }
}
