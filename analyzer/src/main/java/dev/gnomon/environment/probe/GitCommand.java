package dev.gnomon.environment.probe;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The git command in a directory, shielded from what surrounds it: no hook, no prompt, no other
 * repository.
 *
 * @param directory where it runs
 */
public record GitCommand(Path directory) {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** A hook's variables would make git look at another place than it is asked about. */
  private static final Map<String, String> VARIABLES =
      Map.of(
          "GIT_DIR", "",
          "GIT_WORK_TREE", "",
          "GIT_INDEX_FILE", "",
          "GIT_COMMON_DIR", "",
          "GIT_PREFIX", "",
          "GIT_OPTIONAL_LOCKS", "0",
          "GIT_TERMINAL_PROMPT", "0",
          "LC_ALL", "C");

  /** What git prints, if it succeeds within 20 s. */
  public Optional<String> answer(String... arguments) {
    return Optional.of(run(PATIENCE, List.of(arguments)))
        .filter(Command.Outcome::ok)
        .map(Command.Outcome::output);
  }

  /** The commit that a revision names, if it names one. */
  public Optional<String> commit(String revision) {
    // What begins like an option is no name of anything: git refuses to make such a name.
    return revision.startsWith("-")
        ? Optional.empty()
        : answer("rev-parse", "--verify", "--quiet", revision + "^{commit}")
            .map(String::strip)
            .filter(id -> id.matches("[0-9a-f]{40,64}"));
  }

  /** Runs git to its end; its arguments reach it as they are. */
  public Command.Outcome run(Duration patience, List<String> arguments) {
    List<String> command =
        new ArrayList<>(
            List.of("git", "-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null"));
    command.addAll(arguments);
    return new Command(directory, VARIABLES, patience).run(command);
  }
}
