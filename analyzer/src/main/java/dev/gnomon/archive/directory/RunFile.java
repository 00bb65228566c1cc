package dev.gnomon.archive.directory;

import dev.gnomon.json.RunJson;
import dev.gnomon.model.Run;
import dev.gnomon.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A run in a file of its own, such as {@code target/perf/run.json}. */
public final class RunFile {
  private RunFile() {}

  /**
   * Reads a run, plain or gzipped.
   *
   * @throws ProblemException {@code run-file-missing} or any code of {@link RunJson#decode}
   */
  public static Run read(Path file) {
    if (!Files.isRegularFile(file)) {
      String found = Files.exists(file) ? "is not a file" : "is not there";
      throw new ProblemException(
          "run-file-missing",
          "The run %s %s. Write one with perf:run, or name another: -Dperf.run=FILE"
              .formatted(file, found));
    }
    try (InputStream in = Files.newInputStream(file)) {
      return RunJson.decode(in, file.toString());
    } catch (IOException e) {
      throw unreadable(file, e);
    } catch (UncheckedIOException e) {
      throw unreadable(file, e.getCause());
    }
  }

  private static ProblemException unreadable(Path file, IOException e) {
    return new ProblemException(
        "run-file-missing",
        "The run %s cannot be opened: %s. Expected a file that this user may read."
            .formatted(file, e),
        e);
  }

  /**
   * Writes a run as plain JSON, whole or not at all, in place of what was there.
   *
   * @throws ProblemException {@code output-not-writable} or {@code disk-full}
   */
  public static void write(Path file, Run run) {
    WholeFile.replace(file, RunJson.encode(run));
  }
}
