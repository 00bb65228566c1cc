package dev.gnomon.maven.base;

import dev.gnomon.maven.layout.ModulePaths;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** What is on the class path of a module: some of it was built with it, the rest is of others. */
final class Outputs {
  private Outputs() {}

  /** Every path of the module once, in its order. */
  static Set<Path> all(ModulePaths paths) {
    Set<Path> all = new LinkedHashSet<>(List.of(paths.mainClasses(), paths.testClasses()));
    all.addAll(paths.runtimePath());
    all.addAll(paths.testPath());
    return all;
  }

  /**
   * Copies what lies in a worktree, and gives each its place in the copy.
   *
   * @param into directory of the copies, which is created
   * @return by path, its copy relative to {@code into}'s parent
   */
  static Map<Path, Path> copy(ModulePaths paths, Path worktree, Path into) throws IOException {
    Files.createDirectories(into);
    Map<Path, Path> copies = new LinkedHashMap<>();
    for (Path path : all(paths)) {
      if (path.startsWith(worktree)) {
        boolean jar = Files.isRegularFile(path);
        Path copy = into.resolve("%02d%s".formatted(copies.size(), jar ? ".jar" : ""));
        FileTree.copy(path, copy);
        copies.put(path, into.getParent().relativize(copy));
      }
    }
    return copies;
  }

  /** The same paths, each as the function says. */
  static ModulePaths moved(ModulePaths paths, Path base, UnaryOperator<Path> to) {
    return new ModulePaths(
        paths.module(),
        base,
        to.apply(paths.mainClasses()),
        to.apply(paths.testClasses()),
        paths.runtimePath().stream().map(to).toList(),
        paths.testPath().stream().map(to).toList());
  }

  /**
   * The state of something that others built: a jar is known by size and time, as Maven itself
   * knows it, a directory by what is in it.
   */
  static String state(Path path) throws IOException {
    if (Files.isRegularFile(path)) {
      return Files.size(path) + " bytes, " + Files.getLastModifiedTime(path).toMillis() + " ms";
    }
    return Files.exists(path) ? FileTree.digest(path) : "absent";
  }
}
