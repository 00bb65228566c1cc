package dev.gnomon.archive.directory;

import dev.gnomon.model.Run;
import java.nio.file.Path;

/** A run in a file of its own, such as {@code target/perf/run.json}. */
@SuppressWarnings("DoNotCallSuggester") // being built
public final class RunFile {
  private RunFile() {}

  /**
   * Reads a run, plain or gzipped.
   *
   * @throws dev.gnomon.problem.ProblemException {@code run-file-missing} or any code of {@link
   *     dev.gnomon.json.RunJson#decode}
   */
  public static Run read(Path file) {
    throw new UnsupportedOperationException("not there yet: " + file);
  }

  /** Writes a run as plain JSON, whole or not at all, in place of what was there. */
  public static void write(Path file, Run run) {
    throw new UnsupportedOperationException("not there yet: " + file + run.startedAt());
  }
}
