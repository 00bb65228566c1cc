package dev.gnomon.maven;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.tools.ToolProvider;

/** Compiles small sources for tests. */
public final class Sources {
  private Sources() {}

  /**
   * Compiles sources by the compiler of this JDK.
   *
   * @param directory an empty place for this compilation
   * @param sources text by file, {@code p/Bench.java}
   * @param classPath what they need
   * @return the directory of the classes
   */
  public static Path compile(Path directory, Map<String, String> sources, List<Path> classPath) {
    try {
      Path classes = Files.createDirectories(directory.resolve("classes"));
      List<String> arguments =
          new ArrayList<>(List.of("-g", "-proc:none", "-d", classes.toString()));
      if (!classPath.isEmpty()) {
        arguments.add("-cp");
        arguments.add(
            String.join(
                java.io.File.pathSeparator, classPath.stream().map(Path::toString).toList()));
      }
      for (Map.Entry<String, String> source : sources.entrySet()) {
        Path file = directory.resolve("src").resolve(source.getKey());
        Files.createDirectories(file.getParent());
        Files.writeString(file, source.getValue());
        arguments.add(file.toString());
      }
      int status =
          ToolProvider.getSystemJavaCompiler()
              .run(null, null, null, arguments.toArray(String[]::new));
      if (status != 0) {
        throw new IllegalStateException("the test's sources do not compile");
      }
      return classes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
