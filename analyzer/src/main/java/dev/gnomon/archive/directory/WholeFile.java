package dev.gnomon.archive.directory;

import java.nio.file.Path;

/** Writes files that are whole or not there at all, whenever the process or the machine dies. */
@SuppressWarnings("DoNotCallSuggester") // being built
public final class WholeFile {
  private WholeFile() {}

  /**
   * Writes a file in place of what was there, making its directory.
   *
   * @throws dev.gnomon.problem.ProblemException {@code output-not-writable} or {@code disk-full}
   */
  public static void replace(Path file, byte[] content) {
    throw new UnsupportedOperationException("not there yet: " + file + content.length);
  }
}
