package dev.gnomon.environment.probe;

import dev.gnomon.model.Revision;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Asks git what code is at hand; without git, or outside a repository, nothing is known. */
@SuppressWarnings("DoNotCallSuggester") // being built
public final class GitProbe {
  private final Map<String, String> environment;

  /**
   * A probe.
   *
   * @param environment environment variables, by which CI servers tell the branch of a detached
   *     head
   */
  public GitProbe(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  /** What is checked out at a directory; {@link Revision#UNKNOWN} where git cannot tell. */
  public Revision revision(Path directory) {
    throw new UnsupportedOperationException("not there yet: " + environment);
  }

  /** The branch that changes are merged into: the remote's head, else main or master. */
  public Optional<String> defaultBranch(Path directory) {
    return Optional.empty();
  }
}
