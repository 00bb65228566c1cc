package dev.gnomon.archive.postgres;

import dev.gnomon.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * The tables of an archive, in the connection's current schema, and the steps that lead to them.
 * Steps are only ever added: each is a script that runs once, in one transaction with the note that
 * it ran.
 *
 * @param place what messages call the database
 */
record Schema(String place) {
  private static final List<String> STEPS = List.of("v1.sql", "v2.sql");

  /** Any number will do, as long as nothing else in the database uses it. */
  private static final long LOCK = 0x676e6f6d6f6eL;

  /** Whether there is an archive at all; nothing is made. */
  boolean isThere(Connection connection) throws SQLException {
    return version(connection) > 0;
  }

  /** Whether it has the table of profiles; one that nobody has written to since then has not. */
  boolean hasProfiles(Connection connection) throws SQLException {
    return version(connection) > 1;
  }

  /**
   * Brings the tables up to date, once, whoever comes first. A role that may only insert finds them
   * there and makes none.
   *
   * @throws ProblemException {@code archive-schema-newer}
   */
  void migrate(Connection connection) throws SQLException {
    if (version(connection) == STEPS.size()) {
      return;
    }
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.execute("select pg_advisory_xact_lock(" + LOCK + ")");
      statement.execute(
          "create table if not exists gnomon_schema ("
              + "version integer primary key, applied_at timestamptz not null default now())");
      for (int step = version(connection); step < STEPS.size(); step++) {
        statement.execute(script(STEPS.get(step)));
        note(connection, step + 1);
      }
      connection.commit();
    } finally {
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }

  private static void note(Connection connection, int version) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement("insert into gnomon_schema (version) values (?)")) {
      insert.setInt(1, version);
      insert.executeUpdate();
    }
  }

  private int version(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      if (!isTrue(statement, "select to_regclass('gnomon_schema') is not null")) {
        return 0;
      }
      try (ResultSet row = statement.executeQuery("select max(version) from gnomon_schema")) {
        int version = row.next() ? row.getInt(1) : 0;
        if (version > STEPS.size()) {
          throw new ProblemException(
              "archive-schema-newer",
              "The archive %s has tables of version %d, and this version of the plugin knows %d. Use the version that made them, or a later one."
                  .formatted(place, version, STEPS.size()));
        }
        return version;
      }
    }
  }

  private static boolean isTrue(Statement statement, String question) throws SQLException {
    try (ResultSet row = statement.executeQuery(question)) {
      return row.next() && row.getBoolean(1);
    }
  }

  private static String script(String name) {
    try (InputStream in = Schema.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }
}
