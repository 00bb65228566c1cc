package dev.gnomon.maven.build;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Finds the top directory of a checkout. */
final class ReactorRoot {
  private ReactorRoot() {}

  /**
   * Top directory of a checkout.
   *
   * @param base base directory of the module
   * @param multiModule what Maven takes for the root: the nearest directory with {@code .mvn} above
   *     where it was started, else where it was started; may be null in embedded Mavens
   * @param ancestry directories of the module and its parent POMs on disk, the module first
   */
  static Path of(Path base, File multiModule, List<Path> ancestry) {
    if (multiModule != null) {
      Path told = multiModule.toPath().toAbsolutePath().normalize();
      if (base.startsWith(told) && Files.isDirectory(told.resolve(".mvn"))) {
        return told;
      }
    }
    // Without .mvn Maven's answer depends on where it was started; the parents on disk do not.
    Path root = base;
    for (Path directory : ancestry) {
      if (base.startsWith(directory) && root.startsWith(directory)) {
        root = directory;
      }
    }
    return root;
  }
}
