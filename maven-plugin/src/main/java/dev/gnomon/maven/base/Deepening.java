package dev.gnomon.maven.base;

import dev.gnomon.environment.probe.Command.Fate;
import dev.gnomon.environment.probe.Command.Outcome;
import dev.gnomon.problem.ProblemException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Fetches the part of a history that a shallow clone lacks, in steps: the merge base is usually
 * near.
 *
 * @param git the repository
 */
record Deepening(Git git) {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final List<String> STEPS =
      List.of("--deepen=50", "--deepen=200", "--deepen=1000", "--unshallow");

  /** Fetches a branch that is not here at all; whether it came. */
  boolean bring(Target target) {
    Optional<String> refspec = target.refspec(git);
    return refspec.isPresent()
        && (git.shallow()
            ? fetch("--depth=1", List.of(refspec.get()))
            : fetch("--quiet", List.of(refspec.get())));
  }

  /** Fetches until there is an answer, or nothing more to fetch. */
  Optional<String> until(Target target, String head, Supplier<Optional<String>> answer) {
    Optional<String> found = Optional.empty();
    for (String step : STEPS) {
      if (found.isEmpty() && git.shallow() && fetched(step, target, head)) {
        found = answer.get();
      }
    }
    return found;
  }

  /** A server may refuse to send a commit by its id, and not every base is a branch. */
  private boolean fetched(String step, Target target, String head) {
    List<String> branch = target.refspec(git).stream().toList();
    List<String> both = new ArrayList<>(branch);
    both.add(head);
    return fetch(step, both)
        || fetch(step, branch)
        || fetch(step, List.of(head))
        || fetch(step, List.of());
  }

  private boolean fetch(String step, List<String> what) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "-c",
                "gc.auto=0",
                "fetch",
                "--quiet",
                "--no-tags",
                "--no-recurse-submodules",
                step,
                "origin"));
    arguments.addAll(what);
    Outcome outcome = git.run(PATIENCE, arguments.toArray(String[]::new));
    if (outcome.fate() == Fate.TOO_SLOW) {
      throw new ProblemException(
          "git-failed",
          "git fetch %s origin took longer than %d s in %s. Fetch the history before this goal: git fetch --unshallow."
              .formatted(step, PATIENCE.toSeconds(), git.directory()));
    }
    return outcome.ok();
  }
}
