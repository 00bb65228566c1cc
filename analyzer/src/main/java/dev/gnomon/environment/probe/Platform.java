package dev.gnomon.environment.probe;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where a probe reads: tests put a directory, or nothing at all, in place of this machine.
 *
 * @param root what {@code /} stands for
 * @param osName the JVM's {@code os.name}
 * @param arch the JVM's {@code os.arch}
 * @param processors processors that the JVM sees
 * @param variables environment variables
 */
record Platform(
    Path root, String osName, String arch, int processors, Map<String, String> variables) {
  /** No file of interest is longer; {@code /proc/cpuinfo} of many CPUs says it all in its start. */
  private static final int LONGEST = 1 << 18;

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  static Platform current() {
    return under(Path.of("/"));
  }

  /** This machine, with another directory in the place of its root. */
  static Platform under(Path root) {
    return new Platform(
        root,
        System.getProperty("os.name"),
        System.getProperty("os.arch"),
        Runtime.getRuntime().availableProcessors(),
        System.getenv());
  }

  /** The text of a file, stripped; empty where it cannot be read or says nothing. */
  Optional<String> read(String file) {
    try (InputStream in = Files.newInputStream(root.resolve(file.substring(1)))) {
      String text = new String(in.readNBytes(LONGEST), StandardCharsets.UTF_8).strip();
      return text.isEmpty() ? Optional.empty() : Optional.of(text);
    } catch (IOException | InvalidPathException e) {
      return Optional.empty();
    }
  }

  /** The value of the first line {@code name : value} in a file. */
  Optional<String> line(String file, String name) {
    return read(file).stream()
        .flatMap(String::lines)
        .filter(line -> line.startsWith(name))
        .map(line -> line.substring(name.length()).strip())
        .filter(rest -> rest.startsWith(":"))
        .map(rest -> rest.substring(1).strip().replaceAll("\\s+", " "))
        .filter(value -> !value.isEmpty())
        .findFirst();
  }

  boolean exists(String file) {
    return Files.exists(root.resolve(file.substring(1)));
  }

  /** What a command prints, stripped. */
  Optional<String> ask(String... command) {
    return new Command(root, Map.of("LC_ALL", "C"), PATIENCE)
        .answer(List.of(command))
        .map(String::strip)
        .filter(text -> !text.isEmpty());
  }
}
