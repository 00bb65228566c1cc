package dev.gnomon.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A copy of the sample project in a git repository of its own, as a user's project would be. Runs
 * are filed under its commits, and its archive is its own.
 *
 * @param directory where it lies
 */
record Checkout(Path directory) {
  private static final List<String> GIT =
      List.of(
          "git",
          "-c",
          "user.name=Gnomon Demo",
          "-c",
          "user.email=demo@example.invalid",
          "-c",
          "commit.gpgSign=false",
          "-c",
          "core.hooksPath=no-hooks");

  /**
   * Copies the project and commits it on the branch {@code main}.
   *
   * @param sample the sample project, within this repository
   * @param directory where the copy goes; what is there already is deleted
   */
  static Checkout of(Path sample, Path directory) throws IOException, InterruptedException {
    delete(directory);
    Files.createDirectories(directory);
    Path root = sample.resolve("..");
    copy(sample.resolve("pom.xml"), directory.resolve("pom.xml"));
    copy(sample.resolve("src"), directory.resolve("src"));
    copy(root.resolve(".gitignore"), directory.resolve(".gitignore"));
    // Error Prone needs these options, and Maven takes the directory with .mvn for the root.
    copy(root.resolve(".mvn"), directory.resolve(".mvn"));
    Checkout checkout = new Checkout(directory);
    checkout.git("init", "--quiet");
    checkout.git("symbolic-ref", "HEAD", "refs/heads/main");
    checkout.commit("Add the sample project");
    return checkout;
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
  }

  private static void delete(Path directory) throws IOException {
    if (!Files.exists(directory)) {
      return;
    }
    try (Stream<Path> paths = Files.walk(directory)) {
      for (Path path : (Iterable<Path>) paths.sorted(Comparator.reverseOrder())::iterator) {
        Files.delete(path);
      }
    }
  }

  /** Starts a branch at the commit that is checked out. */
  void branch(String name) throws IOException, InterruptedException {
    git("checkout", "--quiet", "-b", name);
  }

  /** Commits every change. */
  void commit(String message) throws IOException, InterruptedException {
    git("add", "--all");
    git("commit", "--quiet", "--message", message);
  }

  /**
   * A clone of another repository in which the code of one commit follows another commit, whichever
   * of the two is older.
   *
   * @param repository a directory with a git repository
   * @param base what git can resolve there: the commit that is followed
   * @param candidate what git can resolve there: the code that follows it, checked out without a
   *     branch
   * @param directory where the clone goes; what is there already is deleted
   */
  static Checkout following(Path repository, String base, String candidate, Path directory)
      throws IOException, InterruptedException {
    delete(directory);
    Files.createDirectories(directory);
    Checkout checkout = new Checkout(directory);
    checkout.git("clone", "--quiet", "--no-checkout", "--", repository.toString(), ".");
    checkout.git("checkout", "--quiet", "--detach", candidate);
    checkout.git("reset", "--quiet", "--soft", base);
    checkout.git("commit", "--quiet", "--message", "The code of " + candidate);
    return checkout;
  }

  private void git(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(GIT);
    command.addAll(List.of(arguments));
    int exitCode =
        new ProcessBuilder(command).directory(directory.toFile()).inheritIO().start().waitFor();
    if (exitCode != 0) {
      throw new IOException("exit code " + exitCode + " of " + String.join(" ", command));
    }
  }
}
