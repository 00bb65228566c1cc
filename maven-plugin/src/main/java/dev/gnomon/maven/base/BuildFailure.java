package dev.gnomon.maven.base;

import dev.gnomon.problem.ProblemException;
import dev.gnomon.report.text.Visible;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a child Maven said before it failed.
 *
 * @param errors the first lines that it marked as errors
 */
record BuildFailure(List<String> errors) {
  private static final String MARK = "[ERROR]";

  /** What Maven says after it is said in every failure. */
  private static final String HELP = "-> [Help";

  private static final int LINES = 6;
  private static final int LONGEST = 240;

  /** Reads a log; its lines are foreign text. */
  static BuildFailure read(Path log) throws IOException {
    // Characters that the charset does not know become replacements, and are no error.
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(Files.newInputStream(log), Charset.defaultCharset()))) {
      return new BuildFailure(
          lines
              .lines()
              .filter(line -> line.startsWith(MARK))
              .map(line -> line.substring(MARK.length()).strip())
              .takeWhile(line -> !line.startsWith(HELP))
              .filter(line -> !line.isEmpty() && !line.startsWith("COMPILATION ERROR"))
              .distinct()
              .limit(LINES)
              .toList());
    }
  }

  /** Whether Maven has no such module. */
  boolean moduleUnknown() {
    return errors.stream().anyMatch(line -> line.contains("Could not find the selected project"));
  }

  /**
   * The problem that this makes.
   *
   * @param base what was built, for the message
   * @param worktree where it was built; its name is left out of paths
   * @param lastLines what to show where nothing was marked
   * @param log the whole output
   * @param hints what may be the cause, in sentences
   */
  ProblemException problem(
      String base, Path worktree, String lastLines, Path log, List<String> hints) {
    List<String> shown = errors.isEmpty() ? lastLines.lines().limit(LINES).toList() : errors;
    String said =
        shown.stream()
            .map(line -> line.replace(worktree + "/", ""))
            .map(line -> "\n    " + Visible.line(line, LONGEST))
            .collect(Collectors.joining());
    return new ProblemException(
        "base-does-not-build",
        "The base %s does not build, and without its classes there is nothing to compare with:%s\n%sThe whole output is in %s. Name another commit as the base: -Dperf.base=COMMIT, or compare with stored runs: mvn perf:check."
            .formatted(
                base,
                said.isEmpty() ? " it said nothing." : said,
                hints.stream().map(hint -> hint + " ").collect(Collectors.joining()),
                log));
  }
}
