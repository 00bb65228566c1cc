package dev.gnomon.jmh;

import java.io.InputStream;

/** Reads the result JSON of any JMH since 1.11. */
@SuppressWarnings("DoNotCallSuggester") // being built
public final class JmhResultReader {
  private JmhResultReader() {}

  /**
   * Reads a result file.
   *
   * @param in untrusted bytes; read to their end, not closed
   * @param name what messages call the source, usually the path of the file
   * @throws dev.gnomon.problem.ProblemException {@code jmh-file-empty} for the zero bytes that a
   *     crashed JMH leaves, {@code jmh-file-unreadable} for anything that is not a JMH result
   */
  public static JmhResult read(InputStream in, String name) {
    throw new UnsupportedOperationException("not there yet: " + name);
  }
}
