package dev.gnomon.maven.layout;

import dev.gnomon.problem.ProblemException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What the user says about where the benchmarks are.
 *
 * @param jar a prebuilt {@code benchmarks.jar} that holds all it needs
 * @param classes a directory of compiled benchmarks beside the usual two
 */
public record LayoutOptions(Optional<Path> jar, Optional<Path> classes) {
  /** Benchmarks lie where Maven compiles to. */
  public static final LayoutOptions USUAL = new LayoutOptions(Optional.empty(), Optional.empty());

  /**
   * Refuses a jar where two builds are measured side by side: it is of one of them, and both sides
   * would run it.
   *
   * @throws ProblemException {@code invalid-setting}
   */
  public void requireNoJar() {
    if (jar.isPresent()) {
      throw new ProblemException(
          "invalid-setting",
          "perf.jar is %s, the benchmarks of one build, which both sides would run. Expected benchmarks that Maven compiles, so that each side has its own code: leave out -Dperf.jar or <jar>."
              .formatted(jar.get()));
    }
  }
}
