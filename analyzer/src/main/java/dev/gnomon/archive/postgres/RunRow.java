package dev.gnomon.archive.postgres;

import dev.gnomon.archive.RunName;
import dev.gnomon.archive.StoredProfiles;
import dev.gnomon.archive.StoredRun;
import dev.gnomon.model.Fork;
import dev.gnomon.model.Iteration;
import dev.gnomon.model.Run;
import dev.gnomon.model.Series;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * A run as rows.
 *
 * @param stored its document
 * @param run what is in it
 */
record RunRow(StoredRun stored, Run run) {
  private static final String RUN =
      "insert into run (hash, path, module_path, project, module, source, environment, commit_id,"
          + " branch, dirty, started_at, document) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
          + " on conflict do nothing";
  private static final String SERIES =
      "insert into series (run_hash, position, benchmark, param_names, param_values, mode, threads,"
          + " bytecode_hash, forks_failed, iteration_fork, iteration_ns_per_op)"
          + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

  private static final String PROFILES = "insert into profiles (run_hash, document) values (?, ?)";

  /**
   * Inserts the run, its series and its profiles; a run that is there stays as it is, and this does
   * nothing.
   */
  void insert(Connection connection) throws SQLException {
    if (insertRun(connection)) {
      insertSeries(connection);
      if (stored.profiles().isPresent()) {
        insertProfiles(connection, stored.profiles().get());
      }
    }
  }

  private boolean insertRun(Connection connection) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(RUN)) {
      insert.setString(1, stored.hash());
      insert.setString(2, stored.address().path());
      insert.setString(3, RunName.module(run.origin().project(), run.origin().module()));
      insert.setString(4, text(run.origin().project()));
      insert.setString(5, text(run.origin().module()));
      insert.setString(6, text(run.origin().source()));
      insert.setString(7, stored.address().environment());
      insert.setString(8, text(run.revision().commit()));
      insert.setString(9, text(run.revision().branch()));
      insert.setBoolean(10, run.revision().dirty());
      insert.setObject(11, run.startedAt().atOffset(ZoneOffset.UTC));
      insert.setBytes(12, stored.zipped());
      return insert.executeUpdate() == 1;
    }
  }

  private void insertProfiles(Connection connection, StoredProfiles profiles) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(PROFILES)) {
      insert.setString(1, stored.hash());
      insert.setBytes(2, profiles.zipped());
      insert.executeUpdate();
    }
  }

  private void insertSeries(Connection connection) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(SERIES)) {
      for (int i = 0; i < run.series().size(); i++) {
        Series series = run.series().get(i);
        insert.setString(1, stored.hash());
        insert.setInt(2, i);
        insert.setString(3, text(series.id().benchmark()));
        insert.setArray(4, texts(connection, series.id().params().keySet()));
        insert.setArray(5, texts(connection, series.id().params().values()));
        insert.setString(6, series.id().mode().label());
        insert.setInt(7, series.id().threads());
        insert.setString(8, text(series.bytecodeHash()));
        insert.setInt(9, series.forks().size() - series.goodForks().size());
        setIterations(connection, insert, series);
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  private static void setIterations(Connection connection, PreparedStatement insert, Series series)
      throws SQLException {
    List<Integer> forks = new ArrayList<>();
    List<Double> nsPerOp = new ArrayList<>();
    for (Fork fork : series.goodForks()) {
      for (Iteration iteration : fork.iterations()) {
        forks.add(fork.round());
        nsPerOp.add(iteration.nsPerOp());
      }
    }
    insert.setArray(10, connection.createArrayOf("int4", forks.toArray()));
    insert.setArray(11, connection.createArrayOf("float8", nsPerOp.toArray()));
  }

  private static java.sql.Array texts(Connection connection, Collection<String> texts)
      throws SQLException {
    return connection.createArrayOf("text", texts.stream().map(RunRow::text).toArray());
  }

  /** PostgreSQL's text holds any character but one; the document keeps what it was. */
  private static String text(String any) {
    return any.replace('\0', '\uFFFD');
  }
}
