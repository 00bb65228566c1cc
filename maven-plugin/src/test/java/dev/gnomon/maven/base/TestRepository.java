package dev.gnomon.maven.base;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A real git repository in a temporary directory.
 *
 * @param directory its top directory
 */
record TestRepository(Path directory) {
  /** A repository with nothing in it. */
  static TestRepository empty(Path directory) {
    try {
      Files.createDirectories(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    TestRepository repository = new TestRepository(directory);
    repository.git("init", "--quiet", "--initial-branch=main");
    return repository;
  }

  /** A repository with one commit on the branch main. */
  static TestRepository in(Path directory) {
    TestRepository repository = empty(directory);
    repository.write("code", "1");
    repository.commit("one");
    return repository;
  }

  TestRepository cloned(Path directory, String... options) {
    List<String> arguments = new ArrayList<>(List.of("clone", "--quiet"));
    arguments.addAll(List.of(options));
    arguments.addAll(List.of("file://" + this.directory, directory.toString()));
    git(arguments.toArray(String[]::new));
    return new TestRepository(directory);
  }

  void write(String path, String text) {
    try {
      Path file = directory.resolve(path);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Commits everything; the id of the commit. */
  String commit(String message) {
    git("add", "--all");
    git("commit", "--quiet", "--allow-empty", "--message=" + message);
    return head();
  }

  String head() {
    return git("rev-parse", "HEAD");
  }

  String git(String... arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                "git",
                "-c",
                "user.name=A",
                "-c",
                "user.email=a@example.org",
                "-c",
                "protocol.file.allow=always"));
    command.addAll(List.of(arguments));
    try {
      Process process =
          new ProcessBuilder(command)
              .directory(directory.toFile())
              .redirectErrorStream(true)
              .start();
      String output =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      if (process.waitFor() != 0) {
        throw new AssertionError(command + " failed: " + output);
      }
      return output;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
