package dev.gnomon.report;

import java.io.IOException;
import java.io.OutputStream;

/** Where a report goes: a directory, or memory in tests; files may be written side by side. */
public interface ReportOutput {
  /**
   * Starts a file, in place of one of the same name.
   *
   * @param relativePath path with forward slashes below the output's root, made by us and never
   *     from foreign text
   * @return a stream that the caller closes
   * @throws IOException if it cannot be written
   */
  OutputStream create(String relativePath) throws IOException;
}
