package dev.gnomon.report;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;

/** Output that stays in memory: for tests, and for callers that send a report elsewhere. */
public final class InMemoryOutput implements ReportOutput {
  private final Map<String, ByteArrayOutputStream> files = new ConcurrentSkipListMap<>();

  @Override
  public OutputStream create(String relativePath) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    files.put(relativePath, file);
    return file;
  }

  /** Names of all files written, sorted. */
  public Set<String> names() {
    return Set.copyOf(files.keySet());
  }

  /**
   * The text of a file.
   *
   * @throws IllegalArgumentException if it was not written
   */
  public String text(String relativePath) {
    ByteArrayOutputStream file = files.get(relativePath);
    if (file == null) {
      throw new IllegalArgumentException(
          relativePath + " was not written, expected one of " + files.keySet());
    }
    return file.toString(StandardCharsets.UTF_8);
  }
}
