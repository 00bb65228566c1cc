package dev.gnomon.maven.layout;

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
}
