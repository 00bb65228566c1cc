package dev.gnomon.archive.git;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A bare repository with one commit on main, as a server keeps it.
 *
 * @param directory where it lies
 */
public record Remote(Path directory) {
  /** A new one. */
  public static Remote in(Path directory) throws IOException {
    Files.createDirectories(directory);
    git(directory, "init", "--quiet", "--bare", "--initial-branch=main");
    Remote remote = new Remote(directory);
    Path seed = remote.clone(directory.resolveSibling("seed"));
    Files.writeString(seed.resolve("code"), "1");
    git(seed, "add", "code");
    git(seed, "commit", "--quiet", "--message=one");
    git(seed, "push", "--quiet", "origin", "HEAD:main");
    return remote;
  }

  /** A clone of it, by its own protocol. */
  public Path clone(Path to, String... options) {
    List<String> command = new ArrayList<>(List.of("clone", "--quiet"));
    command.addAll(List.of(options));
    command.add("file://" + directory);
    command.add(to.toString());
    git(directory, command.toArray(String[]::new));
    return to;
  }

  List<String> log(String branch) {
    return git("log", "--format=%s", branch).lines().toList();
  }

  String git(String... arguments) {
    return git(directory, arguments);
  }

  static String git(Path where, String... arguments) {
    List<String> command =
        new ArrayList<>(List.of("git", "-c", "user.name=A", "-c", "user.email=a@example.org"));
    command.addAll(List.of(arguments));
    try {
      Process process =
          new ProcessBuilder(command).directory(where.toFile()).redirectErrorStream(true).start();
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
