package dev.gnomon.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A change that looks harmless in a review and slows one method down.
 *
 * @param file the source, relative to the project
 * @param code what is replaced; occurs exactly once
 * @param slower what replaces it
 * @param benchmark the one benchmark that runs this method
 */
record PlantedSlowdown(String file, String code, String slower, String benchmark) {

  /** Somebody wants words to be compared whatever their case, and does so in the innermost loop. */
  static final PlantedSlowdown IGNORE_CASE =
      new PlantedSlowdown(
          "src/main/java/dev/gnomon/sample/text/EditDistance.java",
          "left.charAt(line - 1) == right.charAt(column - 1)",
          "Character.toLowerCase(left.charAt(line - 1))"
              + " == Character.toLowerCase(right.charAt(column - 1))",
          "dev.gnomon.sample.text.EditDistanceBenchmark.between");

  /** What no benchmark can see. */
  static final PlantedSlowdown COMMENT =
      new PlantedSlowdown(
          IGNORE_CASE.file(),
          "/** Wagner and Fischer's table, of which only one row is kept. */",
          "/** Wagner and Fischer's table, of which one row is kept. */",
          IGNORE_CASE.benchmark());

  /** Somebody wants hyphens not to count, and looks for them in every word: about 5 % more time. */
  static final PlantedSlowdown FIVE_PERCENT =
      new PlantedSlowdown(
          IGNORE_CASE.file(),
          "int start = commonPrefix(left, right);",
          """
          if (left.indexOf('-') >= 0) {
                return between(left.replace("-", ""), right);
              }
              int start = commonPrefix(left, right);\
          """,
          IGNORE_CASE.benchmark());

  /** Changes the source of a project. */
  void plantIn(Path project) throws IOException {
    Path source = project.resolve(file);
    Files.writeString(source, appliedTo(Files.readString(source)));
  }

  String appliedTo(String source) {
    int at = source.indexOf(code);
    if (at < 0 || source.indexOf(code, at + 1) >= 0) {
      throw new IllegalStateException(
          file + " should contain this code exactly once, for the demo to slow it down: " + code);
    }
    return source.replace(code, slower);
  }
}
