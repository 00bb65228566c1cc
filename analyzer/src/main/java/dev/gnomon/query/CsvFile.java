package dev.gnomon.query;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * Rows on their way into the cache. Text is always quoted, so that an unquoted {@code \N} is
 * nothing but NULL and no benchmark's name can end a field.
 */
final class CsvFile implements AutoCloseable {
  static final String NULL = "\\N";

  private final Path path;
  private final BufferedWriter out;

  CsvFile(Path path) throws IOException {
    this.path = path;
    this.out = Files.newBufferedWriter(path, StandardCharsets.UTF_8);
  }

  Path path() {
    return path;
  }

  void row(Object... values) throws IOException {
    for (int i = 0; i < values.length; i++) {
      if (i > 0) {
        out.write(',');
      }
      out.write(field(values[i]));
    }
    out.write('\n');
  }

  private static String field(Object value) {
    if (value == null || (value instanceof Double d && !Double.isFinite(d))) {
      return NULL;
    }
    if (value instanceof Instant instant) {
      return LocalDateTime.ofInstant(instant, ZoneOffset.UTC).toString();
    }
    return value instanceof String text ? quoted(text) : value.toString();
  }

  /** What UTF-8 or the database cannot hold becomes a question mark, never a broken row. */
  private static String quoted(String text) {
    byte[] known = text.replace('\0', '?').getBytes(StandardCharsets.UTF_8);
    return '"' + new String(known, StandardCharsets.UTF_8).replace("\"", "\"\"") + '"';
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
