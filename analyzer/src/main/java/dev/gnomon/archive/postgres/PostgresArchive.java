package dev.gnomon.archive.postgres;

import dev.gnomon.archive.KeptArchive;
import dev.gnomon.archive.RunAddress;
import dev.gnomon.archive.RunName;
import dev.gnomon.archive.StoredProfiles;
import dev.gnomon.archive.StoredRun;
import dev.gnomon.model.RunHead;
import dev.gnomon.problem.ProblemException;
import java.io.ByteArrayInputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Runs in a PostgreSQL database: each is its document, and the same in columns for questions in
 * SQL. Adding is one transaction; a role that may insert and select is enough for it.
 */
public final class PostgresArchive implements KeptArchive {
  private static final String PROFILES =
      "select p.document from profiles p join run r on r.hash = p.run_hash where r.path = ?";

  private final KeptConnection connection;
  private final String place;
  private final Schema schema;

  private PostgresArchive(Connector connector, String place) {
    this.connection = new KeptConnection(connector);
    this.place = place;
    this.schema = new Schema(place);
  }

  /**
   * An archive in the current schema of the connections; its tables are made by the first {@link
   * #put}.
   *
   * @param place what messages call it: no password may be in it
   */
  public static PostgresArchive open(Connector connector, String place) {
    return new PostgresArchive(
        Objects.requireNonNull(connector, "connector"), Objects.requireNonNull(place, "place"));
  }

  /** A URL as messages may print it: without parameters, where a password may stand. */
  public static String place(String url) {
    int end = url.indexOf('?');
    return (end < 0 ? url : url.substring(0, end)).replaceAll("//[^/@]*@", "//");
  }

  @Override
  public String place() {
    return place;
  }

  private <T> T reading(KeptConnection.Work<T> work) {
    try {
      return connection.reading(work);
    } catch (SQLException e) {
      throw new ProblemException(
          "archive-not-readable",
          "%s cannot be read: %s. Expected a database that this user may read. Mend what it says, or name another archive: -Dperf.archive=DIRECTORY"
              .formatted(place, said(e)),
          e);
    }
  }

  private void writing(KeptConnection.Work<?> work) {
    try {
      connection.writing(
          database -> {
            schema.migrate(database);
            database.setAutoCommit(false);
            return work.with(database);
          });
    } catch (SQLException e) {
      throw unwritable(e);
    }
  }

  /**
   * Lets the database use the room of removed rows again; it would in time by itself.
   *
   * @throws ProblemException {@code archive-not-writable} unless the role owns the tables
   */
  @Override
  public String compact() {
    try {
      return connection.reading(this::vacuumed);
    } catch (SQLException e) {
      throw unwritable(e);
    }
  }

  private String vacuumed(Connection database) throws SQLException {
    if (!schema.isThere(database)) {
      return place + " holds no run";
    }
    try (Statement vacuum = database.createStatement()) {
      vacuum.execute(
          "vacuum (analyze) run, series" + (schema.hasProfiles(database) ? ", profiles" : ""));
      // Tables of others are passed over with no more than a warning.
      if (vacuum.getWarnings() != null) {
        throw vacuum.getWarnings();
      }
    }
    return "Gave the room of removed runs in %s back to the database".formatted(place);
  }

  private ProblemException unwritable(SQLException e) {
    return new ProblemException(
        "archive-not-writable",
        "%s cannot be written: %s. Expected a role that may do this. Nothing was changed. Grant it, or name another archive: -Dperf.archive=DIRECTORY"
            .formatted(place, said(e)),
        e);
  }

  private static String said(SQLException e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("").strip();
  }

  @Override
  public List<RunAddress> list(String project, String module) {
    return addresses("select path from run where module_path = ?", RunName.module(project, module));
  }

  @Override
  public List<RunAddress> all() {
    return addresses("select path from run");
  }

  private List<RunAddress> addresses(String query, String... values) {
    return reading(
        connection -> {
          List<RunAddress> found = new ArrayList<>();
          if (schema.isThere(connection)) {
            try (PreparedStatement select = connection.prepareStatement(query)) {
              for (int i = 0; i < values.length; i++) {
                select.setString(i + 1, values[i]);
              }
              collect(select, found);
            }
          }
          return found.stream().sorted(RunAddress.NEWEST_FIRST).toList();
        });
  }

  private static void collect(PreparedStatement select, List<RunAddress> found)
      throws SQLException {
    try (ResultSet rows = select.executeQuery()) {
      while (rows.next()) {
        RunName.locate(rows.getString(1)).ifPresent(found::add);
      }
    }
  }

  @Override
  public RunHead readHead(RunAddress address) {
    return StoredRun.head(
        new ByteArrayInputStream(reading(connection -> document(connection, address))),
        name(address));
  }

  @Override
  public StoredRun stored(RunAddress address) {
    return stored(address, reading(connection -> document(connection, address)));
  }

  private StoredRun stored(RunAddress address, byte[] document) {
    return StoredRun.kept(address, new ByteArrayInputStream(document), name(address));
  }

  private String name(RunAddress address) {
    return place + " " + address.path();
  }

  private byte[] document(Connection connection, RunAddress address) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("select document from run where path = ?")) {
      select.setString(1, address.path());
      try (ResultSet row = select.executeQuery()) {
        if (!row.next()) {
          throw new SQLException("there is no run " + address.path());
        }
        return row.getBytes(1);
      }
    }
  }

  @Override
  public Optional<StoredProfiles> storedProfiles(RunAddress address) {
    return reading(
        connection -> {
          if (!schema.hasProfiles(connection)) {
            return Optional.empty();
          }
          try (PreparedStatement select = connection.prepareStatement(PROFILES)) {
            select.setString(1, address.path());
            try (ResultSet row = select.executeQuery()) {
              return row.next()
                  ? Optional.of(StoredProfiles.kept(row.getBytes(1)))
                  : Optional.empty();
            }
          }
        });
  }

  @Override
  public void put(List<StoredRun> runs) {
    List<RunRow> rows = runs.stream().map(run -> new RunRow(run, run.run(place))).toList();
    writing(
        connection -> {
          for (RunRow row : rows) {
            row.insert(connection);
            requireSame(row.stored(), document(connection, row.stored().address()));
          }
          return null;
        });
  }

  /** What stands under the run's name must be the run: a damaged one would lose it unseen. */
  private void requireSame(StoredRun run, byte[] document) {
    if (!stored(run.address(), document).same(run)) {
      throw StoredRun.damaged(name(run.address()), "another run has the same name", null);
    }
  }

  @Override
  public void remove(List<RunAddress> addresses) {
    writing(
        connection -> {
          try (PreparedStatement delete =
              connection.prepareStatement("delete from run where path = ?")) {
            for (RunAddress address : addresses) {
              delete.setString(1, address.path());
              delete.addBatch();
            }
            return delete.executeBatch();
          }
        });
  }

  @Override
  public void close() {
    connection.close();
  }
}
