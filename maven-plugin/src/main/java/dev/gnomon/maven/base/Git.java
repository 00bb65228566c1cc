package dev.gnomon.maven.base;

import dev.gnomon.environment.probe.Command.Fate;
import dev.gnomon.environment.probe.Command.Outcome;
import dev.gnomon.environment.probe.GitCommand;
import dev.gnomon.problem.ProblemException;
import dev.gnomon.report.text.Visible;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The repository around a directory.
 *
 * @param directory where git runs
 */
record Git(Path directory) {
  private static final Duration SHORT = Duration.ofSeconds(20);
  private static final int LONGEST_LINE = 300;

  /** What git prints, without surrounding blanks, if it succeeds. */
  Optional<String> answer(String... arguments) {
    return Optional.of(run(SHORT, arguments))
        .filter(Outcome::ok)
        .map(outcome -> outcome.output().strip());
  }

  /**
   * Runs git to its end, whichever.
   *
   * @throws ProblemException {@code git-not-found}, {@code interrupted}
   */
  Outcome run(Duration patience, String... arguments) {
    Outcome outcome = new GitCommand(directory).run(patience, List.of(arguments));
    if (outcome.fate() == Fate.NOT_STARTED) {
      throw new ProblemException(
          "git-not-found",
          "git cannot be started in %s: %s. The base of a comparison is checked out by the git command. Install it and put it on the PATH, or compare with stored runs: mvn perf:check."
              .formatted(directory, said(outcome)));
    }
    if (outcome.fate() == Fate.INTERRUPTED) {
      throw new ProblemException(
          "interrupted", "Preparing the base was interrupted. Start the goal again.");
    }
    return outcome;
  }

  /**
   * Runs git, which must succeed.
   *
   * @param what what it does, for the message
   * @throws ProblemException {@code git-failed}
   */
  String require(String what, Duration patience, String... arguments) {
    Outcome outcome = run(patience, arguments);
    if (!outcome.ok()) {
      throw new ProblemException(
          "git-failed",
          "git could not %s in %s: %s. Expected it to end well within %d s. Mend what it says and start the goal again."
              .formatted(what, directory, said(outcome), patience.toSeconds()));
    }
    return outcome.output().strip();
  }

  /**
   * Top directory of the checkout.
   *
   * @throws ProblemException {@code not-a-repository}
   */
  Path top() {
    Outcome outcome = run(SHORT, "rev-parse", "--show-toplevel");
    String path = outcome.output().strip();
    if (!outcome.ok() || path.isEmpty()) {
      throw new ProblemException(
          "not-a-repository",
          "%s is in no git checkout: %s. Expected a clone, whose history holds what to compare with. Run the goal in one (git clone), or compare with stored runs: mvn perf:check."
              .formatted(directory, said(outcome)));
    }
    return Path.of(path);
  }

  /** The commit that a revision names, if it names one. */
  Optional<String> commit(String revision) {
    // What begins like an option is no name of anything: git refuses to make such a name.
    return revision.startsWith("-")
        ? Optional.empty()
        : answer("rev-parse", "--verify", "--quiet", revision + "^{commit}")
            .filter(text -> text.matches("[0-9a-f]{40,64}"));
  }

  /** Whether the history ends somewhere before its beginning. */
  boolean shallow() {
    return answer("rev-parse", "--is-shallow-repository").filter("true"::equals).isPresent();
  }

  /** The last lines that git wrote to its error output, fit for a message. */
  static String said(Outcome outcome) {
    return switch (outcome.fate()) {
      case TOO_SLOW -> "it took too long";
      case INTERRUPTED -> "it was interrupted";
      case ENDED, NOT_STARTED ->
          outcome.errors().isEmpty()
              ? "it said nothing and ended with status " + outcome.status()
              : outcome.errors().stream()
                  .map(line -> Visible.line(line.strip(), LONGEST_LINE))
                  .collect(Collectors.joining("; "));
    };
  }
}
