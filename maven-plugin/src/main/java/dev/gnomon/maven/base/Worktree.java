package dev.gnomon.maven.base;

import dev.gnomon.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A commit, checked out beside the build and removed when it is no longer needed. */
final class Worktree implements AutoCloseable {
  private static final String PREFIX = "tree-";
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final Git git;
  private final Path root;
  private final List<String> notes;

  private Worktree(Git git, Path root, List<String> notes) {
    this.git = git;
    this.root = root;
    this.notes = List.copyOf(notes);
  }

  /**
   * Checks a commit out, after whatever an earlier build left behind has been removed.
   *
   * @param git the repository
   * @param place directory of ours, in which nothing else lies that begins with {@code tree-}
   * @param commit full id
   * @throws ProblemException {@code git-failed}, {@code output-not-writable}
   */
  static Worktree add(Git git, Path place, String commit) {
    try {
      // Git keeps real paths, and Maven must be started by the same.
      Path real = Files.createDirectories(place).toRealPath();
      removeAll(git, real);
      // A name of its own: what a killed build started may still write to its tree.
      Path root = Files.createTempDirectory(real, PREFIX);
      return checkedOut(git, root, commit);
    } catch (IOException e) {
      throw new ProblemException(
          "output-not-writable",
          "%s cannot be written: %s. The base is checked out there; make it writable, or run mvn clean."
              .formatted(place, e.getMessage()),
          e);
    }
  }

  private static Worktree checkedOut(Git git, Path root, String commit) {
    try {
      git.require(
          "check the base out",
          PATIENCE,
          "worktree",
          "add",
          "--detach",
          "--force",
          "--",
          root.toString(),
          commit);
      return new Worktree(git, root, new Submodules(git, root).update());
    } catch (ProblemException e) {
      removeWhateverHappened(git, root.getParent());
      throw e;
    }
  }

  /** Its top directory, as a real path. */
  Path root() {
    return root;
  }

  /** What could not be brought along. */
  List<String> notes() {
    return notes;
  }

  @Override
  public void close() {
    removeWhateverHappened(git, root.getParent());
  }

  private static void removeWhateverHappened(Git git, Path place) {
    // An interrupt that ends the build must not keep what it leaves from being removed.
    boolean interrupted = Thread.interrupted();
    try {
      removeAll(git, place);
    } catch (IOException e) {
      // What cannot be removed now is at the next start.
      interrupted |= Thread.interrupted();
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Removes every worktree of ours: registered or not, locked or not, there or gone. */
  private static void removeAll(Git git, Path place) throws IOException {
    for (Path registered : registered(git, place)) {
      git.answer("worktree", "unlock", "--", registered.toString());
      git.answer("worktree", "remove", "--force", "--force", "--", registered.toString());
    }
    try (var left = Files.newDirectoryStream(place, PREFIX + "*")) {
      for (Path directory : left) {
        FileTree.delete(directory);
      }
    }
    if (!registered(git, place).isEmpty()) {
      git.answer("worktree", "prune");
    }
  }

  private static List<Path> registered(Git git, Path place) {
    final String line = "worktree ";
    return git.answer("worktree", "list", "--porcelain")
        .orElse("")
        .lines()
        .filter(text -> text.startsWith(line))
        .map(text -> Path.of(text.substring(line.length())))
        .filter(path -> place.equals(path.getParent()))
        .filter(path -> path.getFileName().toString().startsWith(PREFIX))
        .toList();
  }
}
