package dev.gnomon.archive.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** A real server, started once for all tests of a JVM, with a database for each that asks. */
public final class Database {
  private static EmbeddedPostgres server;
  private static int made;

  private final String url;

  private Database(String url) {
    this.url = url;
  }

  /** An empty database of its own. */
  public static synchronized Database fresh() throws SQLException {
    try {
      if (server == null) {
        server = EmbeddedPostgres.builder().start();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String name = "archive" + made++;
    Database first = new Database(server.getJdbcUrl("postgres", "postgres"));
    first.execute("create database " + name);
    return new Database(server.getJdbcUrl("postgres", name));
  }

  /** Where it is, with a user who may do everything. */
  public String url() {
    return url;
  }

  /** The same database for another role, whose password is its name. */
  String urlOf(String role) {
    return url.replaceAll("user=[a-z]+", "user=" + role) + "&password=" + role;
  }

  void execute(String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
