package dev.gnomon.query;

import dev.gnomon.history.Continuity;
import dev.gnomon.model.Metric;
import dev.gnomon.trend.ChangePoint;
import dev.gnomon.trend.ChangePointDetector;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Finds the change points of every series that has new runs. An environment is a series of its own:
 * another machine is no change of the code. Where the benchmark's own code or its plan changed, the
 * series starts anew, as it does on the pages of trends.
 */
final class ChangePointRows {
  private static final int KEYS = 9;
  private static final int METRIC = 7;

  /** Series named in the table {@code touched}, oldest run first. */
  private static final String HISTORIES =
      """
      SELECT module, branch, environment, benchmark, params, mode, threads, metric, unit,
             run_id, started_at, commit, value, bytecode, plan
      FROM result
      WHERE metric IN ('time', 'gc.alloc.rate.norm') AND NOT dirty AND value >= 0
        AND (module, branch, environment, benchmark, params, mode, threads, metric) IN (
          SELECT module, branch, environment, benchmark, params, mode, threads, metric FROM touched)
      ORDER BY 1, 2, 3, 4, 5, 6, 7, 8, 9, started_at, run_id
      """;

  private static final String OUTDATED =
      """
      DELETE FROM change_point_data
      WHERE (module, branch, environment, benchmark, params, mode, threads, metric) IN (
        SELECT module, branch, environment, benchmark, params, mode, threads, metric FROM touched)
      """;

  private record Point(
      String run, Instant at, String commit, double value, Continuity continuity) {}

  private final Connection database;
  private final Staging staging;

  ChangePointRows(Connection database, Staging staging) {
    this.database = database;
    this.staging = staging;
  }

  void refresh() throws SQLException, IOException {
    try (Statement statement = database.createStatement()) {
      statement.execute(OUTDATED);
      try (ResultSet rows = statement.executeQuery(HISTORIES)) {
        read(rows);
      }
    }
  }

  private void read(ResultSet rows) throws SQLException, IOException {
    List<Object> key = List.of();
    List<Point> history = new ArrayList<>();
    while (rows.next()) {
      List<Object> at = new ArrayList<>();
      for (int i = 1; i <= KEYS; i++) {
        at.add(rows.getObject(i));
      }
      if (!at.equals(key)) {
        write(key, history);
        key = at;
        history = new ArrayList<>();
      }
      history.add(
          new Point(
              rows.getString(KEYS + 1),
              instant(rows.getObject(KEYS + 2)),
              rows.getString(KEYS + 3),
              rows.getDouble(KEYS + 4),
              new Continuity(rows.getString(KEYS + 5), rows.getString(KEYS + 6))));
    }
    write(key, history);
  }

  private static Instant instant(Object value) {
    return value instanceof LocalDateTime local
        ? local.toInstant(ZoneOffset.UTC)
        : ((Timestamp) value).toLocalDateTime().toInstant(ZoneOffset.UTC);
  }

  private void write(List<Object> key, List<Point> history) throws IOException {
    for (ChangePoint found : shifts(key, history)) {
      Point point = history.get(found.index());
      List<Object> row = new ArrayList<>(key);
      row.add(point.run());
      row.add(point.at());
      row.add(point.commit());
      row.add(history.get(found.index() - 1).commit());
      row.add(found.kind().name().toLowerCase(Locale.ROOT));
      row.add(found.ratio() - 1);
      row.add(Math.expm1(found.interval().lower()));
      row.add(Math.expm1(found.interval().upper()));
      row.add(found.p());
      row.add(found.levelBefore());
      row.add(found.levelAfter());
      staging.file(View.CHANGE_POINT).row(row.toArray());
    }
  }

  private static List<ChangePoint> shifts(List<Object> key, List<Point> history) {
    if (history.isEmpty()) {
      return List.of();
    }
    boolean time = key.get(METRIC).equals(Metric.TIME.name());
    double[] values =
        Continuity.searched(
            time ? Metric.TIME : Metric.ALLOCATION,
            history.stream().mapToDouble(Point::value).toArray());
    int[] starts =
        IntStream.range(1, history.size())
            .filter(
                i ->
                    history
                        .get(i - 1)
                        .continuity()
                        .brokenBy(history.get(i).continuity())
                        .isPresent())
            .toArray();
    return ChangePointDetector.withDefaults().detect(values, starts).all();
  }
}
