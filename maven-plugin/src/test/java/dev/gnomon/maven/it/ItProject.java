package dev.gnomon.maven.it;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A copy of a project under {@code src/it}, in which goals can be run. */
final class ItProject {
  private final Path directory;

  private ItProject(Path directory) {
    this.directory = directory;
  }

  /**
   * Copies a project afresh.
   *
   * @param name its directory under {@code src/it}
   * @param use what this copy is for, so that tests do not share one
   */
  static ItProject copy(String name, String use) {
    Path source = MavenUnderTest.PROJECTS.resolve(name);
    Path copy = MavenUnderTest.TARGET.resolve("it").resolve(name + "--" + use);
    try {
      if (Files.exists(copy)) {
        try (Stream<Path> old = Files.walk(copy)) {
          old.sorted((a, b) -> b.compareTo(a)).map(Path::toFile).forEach(File::delete);
        }
      }
      Tree.copy(source, copy);
      // Without it Maven would take the directory of this build for the top of the copy.
      Files.createDirectories(copy.resolve(".mvn"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new ItProject(copy);
  }

  Path path(String relative) {
    return directory.resolve(relative);
  }

  String text(String relative) {
    try {
      return Files.readString(path(relative));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void write(String relative, String text) {
    try {
      Files.createDirectories(path(relative).getParent());
      Files.writeString(path(relative), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Puts the project under version control, with everything committed on the branch main. */
  ItProject committed() {
    write(".gitignore", "target/\nbuild.log\n");
    git("init", "--quiet", "--initial-branch=main");
    commit("All");
    return this;
  }

  /** Commits everything. */
  void commit(String message) {
    git("add", "--all");
    git("-c", "user.name=it", "-c", "user.email=it@localhost", "commit", "--quiet", "-m", message);
  }

  /** What git prints, which must succeed. */
  String git(String... arguments) {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(arguments));
    try {
      Process git =
          new ProcessBuilder(command)
              .directory(directory.toFile())
              .redirectErrorStream(true)
              .start();
      String output = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (git.waitFor() != 0) {
        throw new IllegalStateException(
            String.join(" ", command) + " failed in " + directory + ": " + output);
      }
      return output;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while git ran", e);
    }
  }

  /** Runs Maven to its end. */
  BuildResult maven(MavenUnderTest maven, String... arguments) {
    return maven(maven, Map.of(), arguments);
  }

  BuildResult maven(MavenUnderTest maven, Map<String, String> environment, String... arguments) {
    try {
      Path log = directory.resolve("build.log");
      Process process = start(maven, environment, log, arguments);
      int status = process.waitFor();
      return new BuildResult(status, Files.readString(log));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while Maven ran", e);
    }
  }

  /** Starts Maven and returns at once. */
  Process start(
      MavenUnderTest maven, Map<String, String> environment, Path log, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>(maven.command());
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
    Map<String, String> variables = builder.environment();
    // The build that runs these tests may itself run on a CI server.
    variables.keySet().removeIf(key -> key.startsWith("GITHUB_") || key.startsWith("MAVEN_"));
    variables.put("JAVA_HOME", System.getProperty("java.home"));
    variables.put("LC_ALL", "C.UTF-8");
    // A build of a few seconds gains nothing from the second compiler.
    // Its own directory for temporary files gives it a lock of its own: whoever else measures on
    // this machine is not waited for.
    Path temporaryFiles = Files.createDirectories(MavenUnderTest.TEMPORARY_FILES);
    variables.put(
        "MAVEN_OPTS",
        "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Djava.io.tmpdir=" + temporaryFiles);
    // The repository of this build is none of its business.
    variables.put("GIT_CEILING_DIRECTORIES", directory.getParent().toString());
    variables.putAll(environment);
    return builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
  }
}
