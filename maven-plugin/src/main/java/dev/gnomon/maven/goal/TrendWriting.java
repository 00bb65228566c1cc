package dev.gnomon.maven.goal;

import dev.gnomon.history.History;
import dev.gnomon.maven.base.FileTree;
import dev.gnomon.problem.ProblemException;
import dev.gnomon.report.DirectoryOutput;
import dev.gnomon.report.trend.TrendOptions;
import dev.gnomon.report.trend.TrendSite;
import java.io.IOException;
import java.nio.file.Path;

/** Writes the site of trends in place of an earlier one. */
public final class TrendWriting {
  private TrendWriting() {}

  /**
   * Writes the site. What an earlier one left is removed first: a change that was withdrawn since
   * must not keep its page.
   *
   * @throws ProblemException {@code output-not-writable}
   */
  public static void write(History history, TrendOptions options, Path directory) {
    try {
      FileTree.delete(directory);
    } catch (IOException e) {
      throw new ProblemException(
          "output-not-writable",
          "The earlier site %s cannot be removed: %s. Expected a directory that this user may write to. Mend its permissions, or name another place: -Dperf.output=DIRECTORY"
              .formatted(directory, e.getMessage()),
          e);
    }
    new TrendSite(options).write(history, new DirectoryOutput(directory));
  }
}
