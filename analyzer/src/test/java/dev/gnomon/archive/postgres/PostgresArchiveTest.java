package dev.gnomon.archive.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gnomon.archive.ArchiveContract;
import dev.gnomon.archive.KeptArchive;
import dev.gnomon.archive.RunAddress;
import dev.gnomon.archive.StoredRun;
import dev.gnomon.json.SmallRuns;
import dev.gnomon.problem.ProblemException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(
    value = OS.LINUX,
    architectures = "amd64",
    disabledReason = "the server's binaries are those of Linux on amd64")
final class PostgresArchiveTest extends ArchiveContract {
  private Database database;

  @BeforeEach
  void prepare() throws SQLException {
    database = Database.fresh();
  }

  @Override
  protected KeptArchive fresh() {
    return open(database.url());
  }

  private static KeptArchive open(String url) {
    return PostgresArchive.open(() -> DriverManager.getConnection(url), PostgresArchive.place(url));
  }

  @Override
  protected String opening(int writer) {
    return database.url();
  }

  @Override
  protected void damage(RunAddress address) throws SQLException {
    database.execute(
        "update run set document = '{}'::bytea where path = '%s'".formatted(address.path()));
  }

  @Test
  void oneConnectionIsEnoughForManyRunsAndALostOneIsMadeAnew() throws SQLException {
    AtomicInteger made = new AtomicInteger();
    KeptArchive archive =
        closing(
            PostgresArchive.open(
                () -> {
                  made.incrementAndGet();
                  return DriverManager.getConnection(database.url());
                },
                "the database"));
    for (int day = 0; day < 3; day++) {
      archive.add(at(day, SmallRuns.strict()));
    }
    List<RunAddress> all = archive.all();
    all.forEach(archive::readHead);
    assertThat(made).hasValue(1);

    lose();
    assertThat(archive.read(all.get(0))).isEqualTo(at(2, SmallRuns.strict()));
    lose();
    archive.add(at(3, SmallRuns.strict()));
    assertThat(archive.all()).hasSize(4);
    assertThat(made).hasValue(3);
  }

  /** What a server does that restarts while a goal measures. */
  private void lose() throws SQLException {
    database.execute(
        "select pg_terminate_backend(pid) from pg_stat_activity"
            + " where datname = current_database() and pid <> pg_backend_pid()");
  }

  @Test
  void aWriteThatFailsLeavesNothingAndTheConnectionUsable() throws SQLException {
    KeptArchive archive = open();
    RunAddress address = archive.add(SmallRuns.one());
    damage(address);
    StoredRun other = StoredRun.of(at(1, SmallRuns.strict()));
    assertThat(problem(() -> archive.put(List.of(other, StoredRun.of(SmallRuns.one())))).code())
        .isEqualTo("archive-file-damaged");
    assertThat(archive.all()).containsExactly(address);
  }

  @Test
  void readingMakesNoTables() throws SQLException {
    assertThat(open().all()).isEmpty();
    assertThat(ask("select count(*) from pg_tables where schemaname = 'public'")).isEqualTo("0");
  }

  @Test
  void aRunCanBeAskedInSql() throws SQLException {
    open().add(SmallRuns.one());
    assertThat(ask("select project || ' ' || branch || ' ' || dirty from run"))
        .isEqualTo("dev.example:root main false");
    assertThat(
            ask(
                "select benchmark || ' ' || param_names[1] || '=' || param_values[1] || ' ' || mode"
                    + " || ' ' || forks_failed || ' ' || iteration_ns_per_op::text from series"))
        .isEqualTo("a.B.c size=1 avgt 1 {10,11}");
  }

  @Test
  void theRoleOfTheDocumentationMayRecordAndNeverRemove() throws SQLException {
    RunAddress first = open().add(SmallRuns.one());
    database.execute(
        "drop role if exists ci; create role ci login password 'ci';"
            + "grant usage on schema public to ci;"
            + "grant select, insert on run, series, profiles to ci; grant select on gnomon_schema to ci");
    KeptArchive archive = closing(open(database.urlOf("ci")));
    RunAddress second = archive.add(at(1, SmallRuns.strict()));
    assertThat(archive.add(at(1, SmallRuns.strict()))).isEqualTo(second);
    assertThat(archive.all()).containsExactly(second, first);
    assertThat(problem(() -> archive.remove(List.of(first))))
        .hasMessageContaining("permission denied for table run")
        .extracting(ProblemException::code)
        .isEqualTo("archive-not-writable");
    assertThat(problem(archive::compact))
        .hasMessageContaining("permission denied to vacuum")
        .extracting(ProblemException::code)
        .isEqualTo("archive-not-writable");
    assertThat(open().all()).containsExactly(second, first);
    database.execute("drop owned by ci; drop role ci");
  }

  @Test
  void schemasOfOneDatabaseAreArchivesOfTheirOwn() throws SQLException {
    database.execute("create schema pull_requests");
    KeptArchive apart = closing(open(database.url() + "&currentSchema=pull_requests"));
    apart.add(SmallRuns.one());
    assertThat(apart.all()).hasSize(1);
    assertThat(open().all()).isEmpty();
  }

  @Test
  void tablesOfALaterVersionAreLeftAlone() throws SQLException {
    open().add(SmallRuns.one());
    database.execute("insert into gnomon_schema (version) values (99)");
    assertThat(problem(() -> open().all())).hasMessageContaining("has tables of version 99");
    assertThat(problem(() -> open().add(SmallRuns.one())).code()).isEqualTo("archive-schema-newer");
  }

  @Test
  void aServerThatIsNotThereIsNamedWithoutThePassword() {
    KeptArchive nowhere = open("jdbc:postgresql://localhost:1/x?user=a&password=secret");
    assertThat(problem(nowhere::all))
        .hasMessageStartingWith("jdbc:postgresql://localhost:1/x cannot be read: ")
        .hasMessageNotContaining("secret");
  }

  private String ask(String question) throws SQLException {
    try (Connection connection = DriverManager.getConnection(database.url());
        ResultSet row = connection.createStatement().executeQuery(question)) {
      assertThat(row.next()).isTrue();
      return row.getString(1);
    }
  }
}
