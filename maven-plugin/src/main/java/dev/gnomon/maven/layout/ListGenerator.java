package dev.gnomon.maven.layout;

import dev.gnomon.maven.layout.ChildProcess.Outcome;
import dev.gnomon.maven.layout.GeneratorArtifacts.GeneratorMissingException;
import dev.gnomon.problem.ProblemException;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Generates what JMH's annotation processor would have: the list, and the classes that run the
 * benchmarks. It uses the bytecode generator of the project's own JMH version, in a JVM of the
 * project's own JDK, and writes into a directory of ours, so that the project's output stays as the
 * compiler left it.
 */
public final class ListGenerator {
  private static final String MAIN = "org.openjdk.jmh.generators.bytecode.JmhBytecodeGenerator";
  private static final Duration LIMIT = Duration.ofMinutes(5);

  /** Whatever tunes the user's own JVMs must not tune a tool, nor print into its output. */
  private static final Map<String, String> PLAIN = Map.of("JAVA_TOOL_OPTIONS", "");

  private final Path java;
  private final Path workspace;
  private final GeneratorArtifacts artifacts;

  /**
   * A generator.
   *
   * @param java the {@code java} executable of the project's JDK
   * @param workspace directory for what it writes; emptied on each use
   * @param artifacts where the generator comes from
   */
  public ListGenerator(Path java, Path workspace, GeneratorArtifacts artifacts) {
    this.java = java;
    this.workspace = workspace;
    this.artifacts = artifacts;
  }

  /** Generates for all benchmark classes of a module; the directory to put on the class path. */
  Path generate(ModulePaths module, List<BenchmarkRoot> roots, List<Path> path, String jmh) {
    try {
      List<Path> tools = artifacts.resolve(jmh);
      clear();
      Path selected = select(roots);
      Path sources = Files.createDirectories(workspace.resolve("sources"));
      Path classes = Files.createDirectories(workspace.resolve("classes"));
      generateSources(module, join(path, tools), List.of(selected, sources, classes));
      compile(module, path, sources, classes, jmh);
      return classes;
    } catch (GeneratorMissingException e) {
      throw problem(module, jmh, e.getMessage(), e);
    } catch (IOException e) {
      throw problem(module, jmh, e.toString(), e);
    }
  }

  private void generateSources(ModulePaths module, List<Path> path, List<Path> places)
      throws IOException {
    List<String> command = new ArrayList<>(List.of(java.toString(), MAIN));
    places.forEach(place -> command.add(place.toString()));
    command.add("reflection");
    Outcome outcome =
        new ChildProcess(module.base(), workspace.resolve("generator.log"), LIMIT)
            .run(command, Map.of("CLASSPATH", joined(path), "JAVA_TOOL_OPTIONS", ""));
    if (!outcome.ok()) {
      throw refused(module, outcome.lastLines());
    }
  }

  private void compile(ModulePaths module, List<Path> path, Path sources, Path classes, String jmh)
      throws IOException {
    Path javac = java.resolveSibling(isWindows() ? "javac.exe" : "javac");
    if (!Files.isExecutable(javac)) {
      throw problem(module, jmh, javac + " is not there: a JDK is needed, this is a JRE.", null);
    }
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("-proc:none", "-nowarn", "-encoding", "UTF-8"));
    arguments.addAll(List.of("-d", quoted(classes), "-classpath", quoted(joined(path))));
    try (Stream<Path> files = Files.walk(sources)) {
      files
          .filter(file -> file.toString().endsWith(".java"))
          .map(f -> quoted(f))
          .sorted()
          .forEach(arguments::add);
    }
    Path argumentFile = workspace.resolve("javac.args");
    Files.write(argumentFile, arguments, StandardCharsets.UTF_8);
    Outcome outcome =
        new ChildProcess(module.base(), workspace.resolve("javac.log"), LIMIT)
            .run(List.of(javac.toString(), "@" + argumentFile), PLAIN);
    if (!outcome.ok()) {
      throw problem(module, jmh, "javac said:\n" + outcome.lastLines(), null);
    }
  }

  /**
   * Copies the benchmark classes alone. The generator loads every class that it is shown, and one
   * whose optional dependency is absent would end it.
   */
  private Path select(List<BenchmarkRoot> roots) throws IOException {
    Path selected = Files.createDirectories(workspace.resolve("selected"));
    for (BenchmarkRoot root : roots) {
      for (ClassFile type : root.benchmarks()) {
        String file = type.name().replace('.', '/') + ".class";
        Path target = selected.resolve(file).normalize();
        if (target.startsWith(selected)) {
          Files.createDirectories(target.getParent());
          Files.copy(root.path().resolve(file), target);
        }
      }
    }
    return selected;
  }

  private void clear() throws IOException {
    if (Files.exists(workspace)) {
      try (Stream<Path> files = Files.walk(workspace)) {
        for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
          Files.delete(file);
        }
      }
    }
    Files.createDirectories(workspace);
  }

  /** The annotation processor would refuse the same: its lines are no remedy here. */
  private static ProblemException refused(ModulePaths module, String said) {
    String lines =
        said.lines()
            .filter(line -> !line.startsWith("Processing ") && !line.startsWith("Writing out "))
            .collect(Collectors.joining("\n"));
    return new ProblemException(
        "benchmarks-refused",
        "JMH refuses the benchmarks of %s:\n%s\nMend them as it says; where a class is missing, add"
                .formatted(module.module(), lines)
            + " its library to the module's dependencies.");
  }

  private static ProblemException problem(
      ModulePaths module, String jmh, String cause, Throwable thrown) {
    return new ProblemException(
        "benchmark-list-missing",
        """
        The benchmarks of %s were compiled without JMH's annotation processor, and the code that \
        runs them could not be generated: %s
        Add the processor to maven-compiler-plugin's configuration, before Lombok or any other:
          <annotationProcessorPaths>
            <path>
              <groupId>org.openjdk.jmh</groupId>
              <artifactId>jmh-generator-annprocess</artifactId>
              <version>%s</version>
            </path>
          </annotationProcessorPaths>
        and remove -proc:none, if it is there."""
            .formatted(module.module(), cause, jmh),
        thrown);
  }

  private static List<Path> join(List<Path> first, List<Path> second) {
    return Stream.concat(first.stream(), second.stream()).distinct().toList();
  }

  private static String joined(List<Path> path) {
    return path.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }

  /** Quoted for an argument file, where a backslash is an escape. */
  private static String quoted(Object argument) {
    return '"' + argument.toString().replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  private static boolean isWindows() {
    return File.separatorChar == '\\';
  }
}
