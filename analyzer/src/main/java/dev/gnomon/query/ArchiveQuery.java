package dev.gnomon.query;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Asks a cache. Whatever the statement is, it reads the cache and nothing else: the database is
 * opened read-only, without access to files, network or extensions, its settings locked, and its
 * memory, time and rows bounded.
 */
public final class ArchiveQuery {
  private final QueryCache cache;
  private final QueryLimits limits;

  public ArchiveQuery(QueryCache cache, QueryLimits limits) {
    this.cache = cache;
    this.limits = limits;
  }

  /**
   * Asks one question.
   *
   * @param given values of its parameters by name; one that is not given is NULL
   * @throws dev.gnomon.problem.ProblemException {@code query-invalid}, {@code query-refused},
   *     {@code query-limit} or {@code query-cache-unusable}
   */
  public Answer ask(Question question, Map<String, String> given) {
    try {
      return cache.read(database -> ask(database, question, given));
    } catch (SQLException e) {
      throw QueryProblem.of(question.sql(), e, limits);
    }
  }

  private Answer ask(Connection database, Question question, Map<String, String> given)
      throws SQLException {
    lock(database);
    try (PreparedStatement statement = database.prepareStatement(question.prepared())) {
      List<String> parameters = question.parameters();
      for (int i = 0; i < parameters.size(); i++) {
        statement.setString(i + 1, given.get(parameters.get(i)));
      }
      try (Deadline deadline = new Deadline(statement, limits.time())) {
        return answer(statement, deadline);
      }
    }
  }

  private void lock(Connection database) throws SQLException {
    try (Statement statement = database.createStatement()) {
      statement.execute("SET memory_limit = '" + limits.megabytes() + "MB'");
      statement.execute("SET temp_directory = ''");
      statement.execute("SET threads = 2");
      statement.execute("SET TimeZone = 'UTC'");
      statement.execute("SET allow_community_extensions = false");
      statement.execute("SET enable_external_access = false");
      statement.execute("SET lock_configuration = true");
    }
  }

  private Answer answer(PreparedStatement statement, Deadline deadline) throws SQLException {
    List<String> columns = new ArrayList<>();
    List<List<Object>> rows = new ArrayList<>();
    if (!statement.execute()) {
      return new Answer(columns, rows, false);
    }
    try (ResultSet found = statement.getResultSet()) {
      int width = found.getMetaData().getColumnCount();
      for (int i = 1; i <= width; i++) {
        columns.add(found.getMetaData().getColumnLabel(i));
      }
      while (found.next()) {
        deadline.check();
        if (rows.size() == limits.rows()) {
          return new Answer(columns, rows, true);
        }
        List<Object> row = new ArrayList<>();
        for (int i = 1; i <= width; i++) {
          row.add(value(found.getObject(i)));
        }
        rows.add(row);
      }
    }
    return new Answer(columns, rows, false);
  }

  private static Object value(Object found) {
    if (found == null || found instanceof Boolean) {
      return found;
    }
    if (found instanceof Float || found instanceof BigDecimal) {
      return ((Number) found).doubleValue();
    }
    if (found instanceof Number && !(found instanceof BigInteger)) {
      return found;
    }
    return found instanceof Timestamp time ? time.toLocalDateTime().toString() : found.toString();
  }
}
