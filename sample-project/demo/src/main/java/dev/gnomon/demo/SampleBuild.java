package dev.gnomon.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Builds a copy of the sample project with Maven. */
final class SampleBuild {
  private final Path project;
  private final List<String> maven;
  private final PrintStream out;

  /**
   * Builds with the Maven that runs the demo.
   *
   * @param project directory of the copy
   * @param mavenHome where Maven is installed
   * @param options options of every build
   * @param out where the builds' output goes, each line marked
   */
  SampleBuild(Path project, Path mavenHome, List<String> options, PrintStream out) {
    this.project = project;
    this.maven = new ArrayList<>(List.of(executable(mavenHome).toString(), "--batch-mode"));
    this.maven.addAll(options);
    this.out = out;
  }

  private static Path executable(Path mavenHome) {
    Path windows = mavenHome.resolve("bin/mvn.cmd");
    return windows.getFileSystem().getSeparator().equals("\\")
        ? windows
        : mavenHome.resolve("bin/mvn");
  }

  /**
   * Options of a build that writes to a local repository of its own and leaves the user's alone.
   *
   * @param directory where settings may be written
   * @param repository the local repository to write to; holds the plugin
   * @param downloaded the local repository to read from
   */
  static List<String> apart(Path directory, Path repository, Path downloaded) throws IOException {
    Path settings = Settings.write(directory.resolve("settings.xml"), downloaded);
    return List.of(
        "--no-transfer-progress",
        "-Denforcer.skip=true",
        "--global-settings",
        settings.toString(),
        "-Dmaven.repo.local=" + repository);
  }

  /** Runs one build to its end and gives its exit code: 0 for success. */
  int run(List<String> arguments) throws IOException, InterruptedException {
    out.println("  $ mvn " + String.join(" ", arguments));
    List<String> command = new ArrayList<>(maven);
    command.addAll(arguments);
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(project.toFile()).redirectErrorStream(true);
    // Where the outer build stands is not where this one does.
    builder.environment().keySet().removeAll(List.of("MAVEN_BASEDIR", "MAVEN_PROJECTBASEDIR"));
    // An expected failure is no news for the CI server that runs the demo.
    builder.environment().keySet().removeIf(name -> name.startsWith("GITHUB_"));
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    Process build = builder.start();
    Thread stop = new Thread(() -> stop(build));
    Runtime.getRuntime().addShutdownHook(stop);
    try (BufferedReader lines = build.inputReader(Charset.defaultCharset())) {
      lines.lines().forEach(line -> out.println("  | " + line));
    }
    int exitCode = build.waitFor();
    Runtime.getRuntime().removeShutdownHook(stop);
    return exitCode;
  }

  /** Leaves nothing behind where the demo itself is stopped. */
  private static void stop(Process build) {
    build.descendants().forEach(ProcessHandle::destroy);
    build.destroy();
  }
}
