package dev.gnomon.harness.live;

import dev.gnomon.measure.HostCommand;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/**
 * The sample project's benchmarks, compiled beside everything else, as they are and with changes
 * planted.
 *
 * @param sources the sample project's {@code src}
 * @param workspace where classes and profiles go
 */
record SampleSuite(Path sources, Path workspace) {
  private static final String SLOWED =
      "test/java/dev/gnomon/sample/text/EditDistanceBenchmark.java";
  private static final String AS_IT_IS = "    for (String word : words) {\n";

  /** Every fifth operation has a quarter more words: 5 % more work in the same compiled loop. */
  private static final String PLANTED =
      "    for (String word : ++calls % 5 == 0 ? more : words) {\n";

  private static final String LAST_BRACE = "\n}\n";
  private static final String FIELDS =
      """

        private int calls;
        private final List<String> more = Corpus.words(80);
      }
      """;

  /** The suite as it is. */
  HostCommand unchanged() throws IOException {
    return host("unchanged", compiled("unchanged", sources));
  }

  /** The suite as it is, in forks with further JVM flags. */
  HostCommand unchanged(List<String> jvmArgs) throws IOException {
    HostCommand plain = unchanged();
    return new HostCommand(
        plain.java(), plain.classPath(), plain.directory(), plain.workspace(), jvmArgs);
  }

  /** The suite with 5 % more work in {@code EditDistanceBenchmark.between}. */
  HostCommand planted() throws IOException {
    return edited(
        "planted",
        List.of(new Edit(SLOWED, AS_IT_IS, PLANTED), new Edit(SLOWED, LAST_BRACE, FIELDS)));
  }

  /**
   * The suite with texts of its sources replaced.
   *
   * @param name of this variant, for its directories
   * @throws IllegalStateException if a text does not occur exactly once
   */
  HostCommand edited(String name, List<Edit> edits) throws IOException {
    Path copy = workspace.resolve(name + "-sources");
    try (Stream<Path> files = Files.walk(sources)) {
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        Path to = copy.resolve(sources.relativize(file).toString());
        Files.createDirectories(to.getParent());
        Files.copy(file, to);
      }
    }
    for (Edit edit : edits) {
      edit.in(copy);
    }
    return host(name, compiled(name, copy));
  }

  private Path compiled(String name, Path from) throws IOException {
    Path classes = Files.createDirectories(workspace.resolve(name + "-classes"));
    List<String> arguments =
        new ArrayList<>(List.of("-d", classes.toString(), "-cp", classPath(), "-proc:full"));
    if (Runtime.version().feature() < 21) {
      arguments.remove("-proc:full");
    }
    try (Stream<Path> files = Files.walk(from)) {
      files
          .map(Path::toString)
          .filter(file -> file.endsWith(".java") && !file.endsWith("Test.java"))
          .forEach(arguments::add);
    }
    int status =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, arguments.toArray(String[]::new));
    if (status != 0) {
      throw new UncheckedIOException(new IOException("the sample project does not compile"));
    }
    return classes;
  }

  private static String classPath() {
    return System.getProperty("java.class.path");
  }

  /** The benchmarks of this module's own tests stay off the list. */
  private HostCommand host(String name, Path classes) {
    List<Path> path = new ArrayList<>(List.of(classes));
    Arrays.stream(classPath().split(File.pathSeparator, -1))
        .map(entry -> Path.of(entry).toAbsolutePath())
        .filter(entry -> !entry.endsWith("test-classes"))
        .forEach(path::add);
    return new HostCommand(
        Path.of(System.getProperty("java.home"), "bin", "java"),
        path,
        Path.of("").toAbsolutePath(),
        workspace.resolve(name),
        List.of());
  }
}
