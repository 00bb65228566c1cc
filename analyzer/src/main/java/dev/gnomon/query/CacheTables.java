package dev.gnomon.query;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Collectors;

/** The tables of a cache and the views over them. */
final class CacheTables {
  /** A change of a table, or of how its values are made, needs another number. */
  static final int VERSION = 3;

  private static final String RESULTS =
      "CREATE VIEW IF NOT EXISTS result AS SELECT %s FROM result_data JOIN run_data USING (run_id)";

  private CacheTables() {}

  static void make(Connection database) throws SQLException {
    try (Statement statement = database.createStatement()) {
      for (View view : View.values()) {
        statement.execute(
            view.stored().stream()
                .map(column -> '"' + column.name() + "\" " + column.type())
                .collect(
                    Collectors.joining(
                        ", ", "CREATE TABLE IF NOT EXISTS " + view.table() + " (", ")")));
        statement.execute(viewOf(view));
      }
    }
  }

  private static String viewOf(View view) {
    String columns =
        view.columns().stream()
            .map(column -> '"' + column.name() + '"')
            .collect(Collectors.joining(", "));
    return view == View.RESULT
        ? RESULTS.formatted(columns)
        : "CREATE VIEW IF NOT EXISTS %s AS SELECT %s FROM %s"
            .formatted(view.sqlName(), columns, view.table());
  }
}
