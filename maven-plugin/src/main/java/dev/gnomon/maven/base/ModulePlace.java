package dev.gnomon.maven.base;

import java.nio.file.Path;

/**
 * Where a module lies, as the Maven that is running sees it.
 *
 * @param name artifact id, for messages
 * @param base its base directory
 * @param rootPom the POM that Maven was started with
 * @param alone whether that POM is the module's and lists no other
 * @param top top directory of the build, under whose {@code target} the base is kept
 */
public record ModulePlace(String name, Path base, Path rootPom, boolean alone, Path top) {
  /** Directory of everything that belongs to bases; {@code mvn clean} forgets it. */
  Path directory() {
    return top.resolve("target").resolve("perf").resolve("base");
  }
}
