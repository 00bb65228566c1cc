package dev.gnomon.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files of this repository, as the tests of this module see them. */
final class Repository {
  static final Path ROOT = Path.of("").toAbsolutePath().getParent();

  private Repository() {}

  static String read(String path) {
    return read(ROOT.resolve(path));
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sources that ship. */
  static List<Path> sources() {
    return Stream.of("analyzer", "report-templates", "harness", "maven-plugin")
        .flatMap(module -> files(ROOT.resolve(module).resolve("src/main/java"), ".java").stream())
        .toList();
  }

  /** What users read: the pages at the root and all of {@code docs}. */
  static List<Path> documents() {
    return Stream.concat(
            Stream.of(
                    "README.md",
                    "ARCHITECTURE.md",
                    "CONTRIBUTING.md",
                    "CHANGELOG.md",
                    "sample-project/README.md")
                .map(ROOT::resolve),
            files(ROOT.resolve("docs"), ".md").stream())
        .toList();
  }

  static List<Path> files(Path directory, String ending) {
    try (Stream<Path> files = Files.walk(directory)) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String name(Path document) {
    return ROOT.relativize(document).toString();
  }
}
