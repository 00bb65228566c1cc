package dev.gnomon.maven.base;

import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A small table in a text file: a line a row, its words encoded so that a path may hold anything.
 *
 * @param all the rows, each of at least one word
 */
record Rows(List<List<String>> all) {
  private static final long LARGEST = 16 << 20;

  Rows {
    all = all.stream().map(List::copyOf).toList();
  }

  void write(Path file) throws IOException {
    Files.write(
        file,
        all.stream()
            .map(row -> row.stream().map(Rows::encoded).collect(Collectors.joining(" ")))
            .toList());
  }

  /**
   * Reads a file back.
   *
   * @throws IOException also where it is no such table
   */
  static Rows read(Path file) throws IOException {
    if (Files.size(file) > LARGEST) {
      throw new IOException(file + " is larger than any table of ours");
    }
    try {
      return new Rows(
          Files.readAllLines(file).stream()
              .map(line -> Arrays.stream(line.split(" ", -1)).map(Rows::decoded).toList())
              .toList());
    } catch (IllegalArgumentException e) {
      throw new IOException(file + " is damaged", e);
    }
  }

  /** What follows the first word in all rows that begin with it, of so many words each. */
  List<List<String>> of(String kind, int words) {
    return all.stream()
        .filter(row -> row.get(0).equals(kind) && row.size() == words + 1)
        .map(row -> row.subList(1, row.size()))
        .toList();
  }

  /** The word after a first word that occurs once. */
  String one(String kind) throws IOException {
    List<List<String>> found = of(kind, 1);
    if (found.size() != 1) {
      throw new IOException("expected one row " + kind + ", found " + found.size());
    }
    return found.get(0).get(0);
  }

  Rows and(Stream<List<String>> more) {
    return new Rows(Stream.concat(all.stream(), more).toList());
  }

  private static String encoded(String word) {
    return URLEncoder.encode(word, StandardCharsets.UTF_8);
  }

  private static String decoded(String word) {
    return URLDecoder.decode(word, StandardCharsets.UTF_8);
  }
}
