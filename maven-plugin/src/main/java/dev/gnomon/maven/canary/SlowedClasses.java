package dev.gnomon.maven.canary;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Copies of benchmark classes in which chosen benchmarks begin with work that the compiler can't
 * remove. Whoever puts the directory before everything else on the class path runs them slowed.
 *
 * <p>A benchmark that is inherited is slowed where it is declared, and so it is for every class
 * that inherits it: by the most tokens that any of them is given. Of a group, each method is
 * slowed. A call that is annotated as several operations is slowed by the tokens of all of them.
 */
public final class SlowedClasses {
  private static final int DEEPEST = 100;
  private static final int LARGEST = 16 << 20;

  private final List<Path> classPath;

  /** Takes directories and jars in the order of the class path; what is not there is ignored. */
  public SlowedClasses(List<Path> classPath) {
    this.classPath = List.copyOf(classPath);
  }

  /**
   * Writes the slowed copies.
   *
   * @param benchmarks with the tokens for {@code Blackhole.consumeCPU} that an operation of each is
   *     slowed by, at least 1; a benchmark is its class and method, or group, as JMH names it
   * @param directory made if it is not there; to go before all else on the class path
   * @return the directory
   * @throws NoSuchElementException if a benchmark is not on the class path; nothing is written then
   * @throws IllegalArgumentException if tokens are below 1 or a class can't be read
   * @throws IOException if reading or writing fails
   */
  public Path write(Map<String, Long> benchmarks, Path directory) throws IOException {
    Map<String, Slowing> slowed = new LinkedHashMap<>();
    for (Map.Entry<String, Long> each : benchmarks.entrySet()) {
      if (each.getValue() < 1) {
        throw new IllegalArgumentException("tokens must be at least 1, was " + each.getValue());
      }
      slow(each.getKey(), each.getValue(), slowed);
    }
    Map<String, byte[]> files = new LinkedHashMap<>();
    slowed.forEach(
        (name, its) -> files.put(name, SlowedClass.of(its.type().file(), its.methods())));
    Path root = Files.createDirectories(directory).toAbsolutePath().normalize();
    for (Map.Entry<String, byte[]> each : files.entrySet()) {
      Path file = root.resolve(each.getKey() + ".class").normalize();
      if (!file.startsWith(root)) {
        throw new IllegalArgumentException(each.getKey() + " is no name of a class");
      }
      Files.createDirectories(file.getParent());
      Files.write(file, each.getValue());
    }
    return directory;
  }

  /** A class and the tokens of those of its methods that are slowed. */
  private record Slowing(BenchmarkClass type, Map<String, Long> methods) {}

  private void slow(String benchmark, long tokens, Map<String, Slowing> slowed) throws IOException {
    int dot = benchmark.lastIndexOf('.');
    String last = benchmark.substring(dot + 1);
    List<BenchmarkClass> line = dot < 0 ? List.of() : line(benchmark.substring(0, dot), last);
    Set<String> marked = new HashSet<>();
    for (BenchmarkClass type : line) {
      type.methods().forEach((method, is) -> marked.addAll(is ? Set.of(method) : Set.of()));
    }
    if (marked.isEmpty()) {
      throw new NoSuchElementException(benchmark + " is no benchmark of the class path");
    }
    for (BenchmarkClass type : line) {
      // The most derived declaration is the one that runs; a class above it must not slow it twice.
      for (String method : type.methods().keySet()) {
        if (marked.remove(method)) {
          slowed
              .computeIfAbsent(type.name(), any -> new Slowing(type, new HashMap<>()))
              .methods()
              .merge(method, tokens * operations(line, type, method), Math::max);
        }
      }
    }
  }

  /** As JMH looks it up: the method's own word, or that of the nearest class. */
  private static long operations(List<BenchmarkClass> line, BenchmarkClass type, String method) {
    return type.operations(method)
        .or(() -> line.stream().flatMap(each -> each.operations().stream()).findFirst())
        .orElse(1);
  }

  /** A benchmark's class and those that it extends, as far as the class path has them. */
  private List<BenchmarkClass> line(String dotted, String last) throws IOException {
    List<BenchmarkClass> line = new ArrayList<>();
    Optional<byte[]> file = canonical(dotted);
    while (file.isPresent() && line.size() < DEEPEST) {
      BenchmarkClass type = BenchmarkClass.read(file.get(), last);
      line.add(type);
      Optional<String> parent = type.superName();
      file = parent.isEmpty() ? Optional.empty() : find(parent.get());
    }
    return line;
  }

  /** JMH writes a nested class with a dot. */
  private Optional<byte[]> canonical(String dotted) throws IOException {
    String name = dotted.replace('.', '/');
    Optional<byte[]> found = find(name);
    for (int i = name.lastIndexOf('/'); i > 0 && found.isEmpty(); i = name.lastIndexOf('/')) {
      name = name.substring(0, i) + '$' + name.substring(i + 1);
      found = find(name);
    }
    return found;
  }

  private Optional<byte[]> find(String name) throws IOException {
    for (Path element : classPath) {
      if (Files.isDirectory(element)) {
        Path file = element.resolve(name + ".class").normalize();
        if (file.startsWith(element.normalize()) && Files.isRegularFile(file)) {
          return Optional.of(read(Files.newInputStream(file), name));
        }
      } else if (Files.isRegularFile(element)) {
        Optional<byte[]> found = findInJar(element, name);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<byte[]> findInJar(Path jar, String name) throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      ZipEntry entry = zip.getEntry(name + ".class");
      return entry == null ? Optional.empty() : Optional.of(read(zip.getInputStream(entry), name));
    }
  }

  private static byte[] read(InputStream from, String name) throws IOException {
    try (from) {
      byte[] bytes = from.readNBytes(LARGEST + 1);
      if (bytes.length > LARGEST) {
        throw new IllegalArgumentException(name + ".class is larger than any class");
      }
      return bytes;
    }
  }
}
