package dev.gnomon.maven.base;

import dev.gnomon.maven.layout.ModulePaths;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The paths of a module in a file, by which a child Maven hands them to the one that started it.
 */
public final class ClassPathFile {
  private ClassPathFile() {}

  /** Writes the file; its directory must exist. */
  public static void write(Path file, ModulePaths paths) throws IOException {
    rows(paths).write(file);
  }

  /** Reads the file back. */
  static ModulePaths read(Path file) throws IOException {
    return paths(Rows.read(file));
  }

  static Rows rows(ModulePaths paths) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("module", paths.module()));
    rows.add(List.of("base", paths.base().toString()));
    rows.add(List.of("main", paths.mainClasses().toString()));
    rows.add(List.of("test", paths.testClasses().toString()));
    paths.runtimePath().forEach(path -> rows.add(List.of("runtimePath", path.toString())));
    paths.testPath().forEach(path -> rows.add(List.of("testPath", path.toString())));
    return new Rows(rows);
  }

  static ModulePaths paths(Rows rows) throws IOException {
    try {
      return new ModulePaths(
          rows.one("module"),
          Path.of(rows.one("base")),
          Path.of(rows.one("main")),
          Path.of(rows.one("test")),
          all(rows, "runtimePath"),
          all(rows, "testPath"));
    } catch (InvalidPathException e) {
      throw new IOException("not a path: " + e.getInput(), e);
    }
  }

  private static List<Path> all(Rows rows, String kind) {
    return rows.of(kind, 1).stream().map(row -> Path.of(row.get(0))).toList();
  }
}
