package dev.gnomon.maven.build;

import dev.gnomon.problem.ProblemException;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Chooses the {@code java} that benchmarks run on. */
public final class JavaCommand {
  private static final String EXECUTABLE = File.separatorChar == '\\' ? "java.exe" : "java";

  private JavaCommand() {}

  /**
   * The {@code java} executable: that of {@code perf.jvm}, else the toolchain's, else the one that
   * Maven runs on.
   *
   * @param configured a Java home or an executable; {@code perf.jvm}
   * @param toolchain what the build's JDK toolchain says, if there is one
   * @param mavenHome the Java home of Maven's own JVM
   * @throws ProblemException {@code jvm-not-found}
   */
  public static Path choose(Optional<String> configured, Optional<Path> toolchain, Path mavenHome) {
    if (configured.isPresent()) {
      return named(configured.get());
    }
    return toolchain.orElseGet(() -> mavenHome.resolve("bin").resolve(EXECUTABLE));
  }

  private static Path named(String text) {
    List<Path> candidates;
    try {
      Path path = Path.of(text).toAbsolutePath().normalize();
      candidates = List.of(path, path.resolve("bin").resolve(EXECUTABLE));
    } catch (InvalidPathException e) {
      throw notFound(text, e);
    }
    return candidates.stream()
        .filter(candidate -> Files.isRegularFile(candidate) && Files.isExecutable(candidate))
        .findFirst()
        .orElseThrow(() -> notFound(text, null));
  }

  private static ProblemException notFound(String text, Throwable cause) {
    return new ProblemException(
        "jvm-not-found",
        "perf.jvm is %s, where there is no Java: expected a Java home such as /usr/lib/jvm/jdk-25,"
                .formatted(text)
            + " or a java executable. Correct -Dperf.jvm or <jvm>, or leave it out to measure on"
            + " the toolchain's JDK or the one that runs Maven.",
        cause);
  }
}
