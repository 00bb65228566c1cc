package dev.gnomon.json;

import dev.gnomon.model.Run;
import java.io.InputStream;

/**
 * A run as JSON, schema {@value #SCHEMA}, described in {@code docs/files.md}. The same run gives
 * the same bytes on every JDK and in every locale.
 */
@SuppressWarnings("DoNotCallSuggester") // being built
public final class RunJson {
  /** Name and version of the format. */
  public static final String SCHEMA = "gnomon-run/1";

  private RunJson() {}

  /** Writes a run as plain JSON in ASCII. */
  public static byte[] encode(Run run) {
    throw new UnsupportedOperationException("runs cannot be written yet: " + run.startedAt());
  }

  /**
   * Reads a run, plain or gzipped.
   *
   * @param in untrusted bytes; read to their end, not closed
   * @param name what messages call the source, usually the path of the file
   * @throws dev.gnomon.problem.ProblemException {@code run-file-truncated}, {@code
   *     run-file-damaged}, {@code run-file-foreign}, {@code run-file-future}, {@code
   *     run-file-invalid} or {@code run-file-hostile}
   */
  public static Run decode(InputStream in, String name) {
    throw new UnsupportedOperationException("runs cannot be read yet: " + name);
  }
}
