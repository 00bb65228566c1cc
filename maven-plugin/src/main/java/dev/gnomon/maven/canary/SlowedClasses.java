package dev.gnomon.maven.canary;

import dev.gnomon.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.objectweb.asm.ClassReader;

/** Copies of benchmark classes that do more work before each call. */
public final class SlowedClasses {
  private final List<Path> classPath;
  private final Map<String, byte[]> rewritten = new HashMap<>();

  private SlowedClasses(List<Path> classPath) {
    this.classPath = classPath;
  }

  /**
   * Writes the copies. Where a benchmark is inherited, the class that declares it is rewritten.
   *
   * @param classPath where the classes are looked up: directories and jars
   * @param tokens what each benchmark, by class and method, consumes before each call; at least 1
   * @param target a directory that is emptied and written, to be put before everything else on the
   *     class path
   * @throws ProblemException {@code canary-not-possible} where a class or its benchmark is not
   *     found; {@code output-not-writable}
   */
  public static void write(List<Path> classPath, SortedMap<String, Long> tokens, Path target) {
    SlowedClasses slowed = new SlowedClasses(classPath);
    try {
      tokens.forEach(slowed::slow);
      empty(target);
      for (Map.Entry<String, byte[]> entry : slowed.rewritten.entrySet()) {
        Path file = target.resolve(entry.getKey() + ".class");
        Files.createDirectories(file.getParent());
        Files.write(file, entry.getValue());
      }
    } catch (IOException e) {
      throw new ProblemException(
          "output-not-writable",
          "%s cannot be written: %s. Make it writable, or name another directory with -Dperf.output."
              .formatted(target, e.getMessage()),
          e);
    }
  }

  private void slow(String benchmark, long tokens) {
    int dot = benchmark.lastIndexOf('.');
    String method = benchmark.substring(dot + 1);
    String name = benchmark.substring(0, Math.max(0, dot)).replace('.', '/');
    while (name != null && !name.startsWith("java/")) {
      Optional<byte[]> bytes = bytes(name);
      if (bytes.isEmpty()) {
        break;
      }
      Optional<byte[]> slower = SlowedMethod.in(bytes.get(), method, tokens);
      if (slower.isPresent()) {
        rewritten.put(name, slower.get());
        return;
      }
      name = new ClassReader(bytes.get()).getSuperName();
    }
    throw new ProblemException(
        "canary-not-possible",
        "%s cannot be slowed down: no class of it with a method of that name and @Benchmark is on the class path. Compile the benchmarks again, or leave it out with -Dperf.excludes."
            .formatted(benchmark));
  }

  private Optional<byte[]> bytes(String name) {
    if (rewritten.containsKey(name)) {
      return Optional.of(rewritten.get(name));
    }
    return classPath.stream().flatMap(element -> in(element, name + ".class").stream()).findFirst();
  }

  private static Optional<byte[]> in(Path element, String file) {
    try {
      if (Files.isDirectory(element)) {
        Path path = element.resolve(file);
        return Files.isRegularFile(path) ? Optional.of(Files.readAllBytes(path)) : Optional.empty();
      }
      return Files.isRegularFile(element) ? inJar(element, file) : Optional.empty();
    } catch (IOException e) {
      // Java ignores what is no jar, and so does this.
      return Optional.empty();
    }
  }

  private static Optional<byte[]> inJar(Path jar, String file) throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      ZipEntry entry = zip.getEntry(file);
      if (entry == null) {
        return Optional.empty();
      }
      try (var in = zip.getInputStream(entry)) {
        return Optional.of(in.readAllBytes());
      }
    }
  }

  private static void empty(Path directory) throws IOException {
    if (Files.isDirectory(directory)) {
      try (Stream<Path> old = Files.walk(directory)) {
        for (Path path : old.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
    Files.createDirectories(directory);
  }
}
