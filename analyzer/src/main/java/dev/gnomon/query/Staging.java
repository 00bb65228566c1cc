package dev.gnomon.query;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Rows of several tables in files, from which the database loads them all at once. */
final class Staging implements AutoCloseable {
  private final Path directory;
  private final Map<View, CsvFile> files = new EnumMap<>(View.class);

  Staging(Path directory) throws IOException {
    this.directory = Files.createTempDirectory(directory, "rows");
  }

  CsvFile file(View view) throws IOException {
    CsvFile file = files.get(view);
    if (file == null) {
      file = new CsvFile(directory.resolve(view.sqlName() + ".csv"));
      files.put(view, file);
    }
    return file;
  }

  /** Appends all rows to their tables. */
  void load(Connection database) throws IOException, SQLException {
    try (Statement statement = database.createStatement()) {
      for (Map.Entry<View, CsvFile> entry : files.entrySet()) {
        entry.getValue().close();
        statement.execute(loading(entry.getKey(), entry.getValue().path()));
      }
    }
  }

  private static String loading(View view, Path path) {
    String types =
        view.stored().stream()
            .map(column -> "'%s': '%s'".formatted(column.name(), column.type()))
            .collect(Collectors.joining(", "));
    return """
        INSERT INTO %s SELECT * FROM read_csv(%s, columns = {%s}, header = false, delim = ',',
          quote = '"', escape = '"', nullstr = '\\N', allow_quoted_nulls = false,
          auto_detect = false, parallel = false, strict_mode = true, max_line_size = 33554432)
        """
        .formatted(view.table(), SqlText.literal(path.toString()), types);
  }

  @Override
  public void close() throws IOException {
    for (CsvFile file : files.values()) {
      file.close();
      Files.deleteIfExists(file.path());
    }
    Files.deleteIfExists(directory);
  }
}
