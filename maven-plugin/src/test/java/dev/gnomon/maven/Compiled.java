package dev.gnomon.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Sources that a test compiles, JMH's annotations at hand. */
public final class Compiled {
  private Compiled() {}

  /** Compiles classes, given as name {@code a.B} and source, into a directory below base. */
  public static Path into(Path base, Map<String, String> sources) {
    try {
      Path output = Files.createDirectories(base.resolve("classes"));
      Path root = Files.createDirectories(base.resolve("src"));
      for (Map.Entry<String, String> each : sources.entrySet()) {
        Path file = root.resolve(each.getKey().replace('.', '/') + ".java");
        Files.createDirectories(file.getParent());
        Files.writeString(file, each.getValue());
      }
      compile(root, output);
      return output;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void compile(Path root, Path output) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(root)) {
      files = all.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter said = new StringWriter();
    List<String> options =
        List.of("-g", "-proc:none", "-d", output.toString(), "-classpath", joined(jmh()));
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      boolean ok =
          compiler
              .getTask(
                  said, manager, null, options, null, manager.getJavaFileObjectsFromPaths(files))
              .call();
      assertThat(ok).as(said.toString()).isTrue();
    }
  }

  /** JMH and nothing else of the tests' class path. */
  public static List<Path> jmh() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .map(Path::of)
        .filter(file -> file.getFileName().toString().startsWith("jmh-core"))
        .toList();
  }

  private static String joined(List<Path> path) {
    return String.join(File.pathSeparator, path.stream().map(Path::toString).toList());
  }
}
