package dev.gnomon.query;

import dev.gnomon.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Writes the views of a cache as files that other tools read. */
public final class TableExport {
  private static final List<View> VIEWS = List.of(View.values());

  private final QueryCache cache;

  public TableExport(QueryCache cache) {
    this.cache = cache;
  }

  /**
   * Writes each view as Parquet, parted by module and year: {@code
   * result/module=core/year=2026/data_0.parquet}. Existing files of the same names are replaced.
   *
   * @return the directories written
   */
  public List<Path> parquet(Path directory) {
    return write(
        directory,
        "",
        """
        COPY (SELECT v.*, %s FROM %s v %s) TO %s
          (FORMAT parquet, COMPRESSION zstd, PARTITION_BY (module, year), OVERWRITE_OR_IGNORE true)
        """);
  }

  /** Writes each view as a CSV file with a head. */
  public List<Path> csv(Path directory) {
    return write(
        directory, ".csv", "COPY (SELECT v.*, %s FROM %s v %s) TO %s (FORMAT csv, HEADER true)");
  }

  private List<Path> write(Path directory, String ending, String copy) {
    try {
      Files.createDirectories(directory);
      return cache.read(database -> write(database, directory, ending, copy));
    } catch (IOException | SQLException e) {
      throw new ProblemException(
          "export-failed",
          "The archive could not be exported to %s: %s. Expected a directory that this user may write. Name another: -Dperf.to=PATH"
              .formatted(directory, e.getMessage()),
          e);
    }
  }

  private static List<Path> write(Connection database, Path directory, String ending, String copy)
      throws SQLException {
    List<Path> written = new ArrayList<>();
    try (Statement statement = database.createStatement()) {
      for (View view : VIEWS) {
        Path target = directory.resolve(view.sqlName() + ending);
        boolean own = view.columns().stream().anyMatch(column -> column.name().equals("module"));
        boolean dated =
            view.columns().stream().anyMatch(column -> column.name().equals("started_at"));
        String year = "year(" + (dated ? "v" : "r") + ".started_at) AS year";
        statement.execute(
            copy.formatted(
                own ? year : "r.module AS module, " + year,
                view.sqlName(),
                own && dated ? "" : "JOIN run r ON r.run_id = v.run_id",
                SqlText.literal(target.toString())));
        written.add(target);
      }
    }
    return written;
  }
}
