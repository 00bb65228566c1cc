package dev.gnomon.maven.layout;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The list that JMH's annotation processor leaves beside the classes.
 *
 * @param entries what it lists
 */
record BenchmarkList(List<Entry> entries) {
  /** Where the list lies, in a directory or a jar. */
  static final String LOCATION = "META-INF/BenchmarkList";

  /** A list longer than this is not one. */
  private static final int LIMIT = 64 * 1024 * 1024;

  /**
   * One listed benchmark.
   *
   * @param userClass class that holds it, nested classes with a dot
   * @param generatedClass class that JMH generated for it
   * @param method its method
   */
  record Entry(String userClass, String generatedClass, String method) {
    /** Name that JMH's patterns are matched against. */
    String benchmark() {
      return userClass + "." + method;
    }
  }

  BenchmarkList {
    entries = List.copyOf(entries);
  }

  /** Reads the list of one class path element; empty where it has none that can be read. */
  static Optional<BenchmarkList> in(Path element) {
    try {
      if (Files.isDirectory(element)) {
        Path file = element.resolve(LOCATION);
        return Files.isRegularFile(file) ? Optional.of(parse(Files.newInputStream(file))) : none();
      }
      return Files.isRegularFile(element) ? inJar(element) : none();
    } catch (IOException e) {
      // A class path may name files that are no jars; java ignores them as well.
      return none();
    }
  }

  private static Optional<BenchmarkList> inJar(Path jar) throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      ZipEntry entry = zip.getEntry(LOCATION);
      return entry == null ? none() : Optional.of(parse(zip.getInputStream(entry)));
    }
  }

  private static Optional<BenchmarkList> none() {
    return Optional.empty();
  }

  private static BenchmarkList parse(InputStream stream) throws IOException {
    try (stream) {
      String text = new String(stream.readNBytes(LIMIT), StandardCharsets.UTF_8);
      return new BenchmarkList(text.lines().flatMap(line -> entry(line).stream()).toList());
    }
  }

  /** Reads {@code JMH S 5 a.B.c S 7 ...}: each string stands behind its length. */
  private static Optional<Entry> entry(String line) {
    if (!line.startsWith("JMH ")) {
      return Optional.empty();
    }
    List<String> strings = new ArrayList<>();
    int at = "JMH ".length();
    while (strings.size() < 3) {
      int space = line.startsWith("S ", at) ? line.indexOf(' ', at + 2) : -1;
      int length = space < 0 ? -1 : length(line.substring(at + 2, space));
      if (length < 0 || space + 1 + length > line.length()) {
        return Optional.empty();
      }
      strings.add(line.substring(space + 1, space + 1 + length));
      at = space + 1 + length + 1;
    }
    return Optional.of(new Entry(strings.get(0), strings.get(1), strings.get(2)));
  }

  private static int length(String digits) {
    return digits.matches("\\d{1,6}") ? Integer.parseInt(digits) : -1;
  }
}
