package dev.gnomon.maven.identity;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The files of a class path: the project's own classes and resources, which lie in directories, and
 * the contents of everything else.
 *
 * @param classes own class files by name, {@code a/b/C}; the one that a class loader would find
 * @param resources digests of all other own files by name
 * @param texts the resources that may name a class
 * @param dependencies in order, each jar's name and digest, and a mark where own outputs stand
 */
record Outputs(
    Map<String, Path> classes,
    Map<String, String> resources,
    List<Path> texts,
    List<String> dependencies) {
  /** Where own outputs stand among the jars: a class of a jar before them would hide theirs. */
  static final String OWN = "own";

  private static final int MOST_FILES = 200_000;
  private static final long LONGEST_TEXT = 8 << 20;

  /** What JMH's generator writes follows from the benchmarks' classes and JMH's version. */
  private static final Pattern GENERATED =
      Pattern.compile("(.*/)?(jmh_)?generated/[^/]*_jmh(Type|Test)[^/]*\\.class");

  private static final Set<String> LISTS =
      Set.of("META-INF/BenchmarkList", "META-INF/CompilerHints", "META-INF/MANIFEST.MF");

  /** Its comment is the time at which it was written. */
  private static final Pattern STAMPED =
      Pattern.compile("META-INF/maven/[^/]+/[^/]+/pom\\.properties");

  /**
   * Reads a class path. Elements that are not there are passed over, as java does.
   *
   * @throws IOException if something can't be read, or there is more than anybody compiles
   */
  static Outputs of(List<Path> classPath) throws IOException {
    Outputs found =
        new Outputs(new TreeMap<>(), new TreeMap<>(), new ArrayList<>(), new ArrayList<>());
    Set<Path> jars = new HashSet<>();
    for (Path element : classPath) {
      if (Files.isDirectory(element)) {
        found.directory(element);
      } else {
        found.jar(element.toAbsolutePath().normalize(), jars);
      }
    }
    return found;
  }

  private void jar(Path jar, Set<Path> seen) throws IOException {
    if (!Files.isRegularFile(jar) || !seen.add(jar)) {
      return;
    }
    dependencies.add(jar.getFileName() + " " + Sha256.of(jar));
    for (Path named : namedBy(jar)) {
      if (Files.isDirectory(named)) {
        directory(named);
      } else {
        jar(named, seen);
      }
    }
  }

  /** A jar's manifest can name further ones, which java puts on the class path behind it. */
  private static List<Path> namedBy(Path jar) {
    try (JarFile file = new JarFile(jar.toFile(), false)) {
      Manifest manifest = file.getManifest();
      String names = manifest == null ? null : manifest.getMainAttributes().getValue("Class-Path");
      return names == null
          ? List.of()
          : Stream.of(names.trim().split(" +", -1)).flatMap(n -> resolved(jar, n)).toList();
    } catch (IOException | SecurityException e) {
      return List.of(); // no jar: java ignores it, and its digest counts all the same
    }
  }

  /** They are addresses relative to the jar; java ignores those that are no files. */
  private static Stream<Path> resolved(Path jar, String name) {
    try {
      URI address = jar.toUri().resolve(name);
      return "file".equals(address.getScheme()) ? Stream.of(Path.of(address)) : Stream.empty();
    } catch (IllegalArgumentException e) {
      return Stream.empty();
    }
  }

  private void directory(Path root) throws IOException {
    if (dependencies.isEmpty() || !dependencies.get(dependencies.size() - 1).equals(OWN)) {
      dependencies.add(OWN);
    }
    try (Stream<Path> files = Files.walk(root, FileVisitOption.FOLLOW_LINKS)) {
      Iterator<Path> all = files.iterator();
      while (all.hasNext()) {
        Path file = all.next();
        if (!Files.isDirectory(file)) {
          add(root.relativize(file).toString().replace(File.separatorChar, '/'), file);
        }
      }
    }
  }

  private void add(String name, Path file) throws IOException {
    if (LISTS.contains(name) || GENERATED.matcher(name).matches()) {
      return;
    }
    if (classes.size() + resources.size() >= MOST_FILES) {
      throw new IOException("there are more than " + MOST_FILES + " files");
    }
    if (name.endsWith(".class") && !name.startsWith("META-INF/")) {
      classes.putIfAbsent(name.substring(0, name.length() - ".class".length()), file);
    } else {
      resources.merge(name, digest(name, file), (a, b) -> a + " " + b);
      if (Files.isRegularFile(file) && Files.size(file) <= LONGEST_TEXT) {
        texts.add(file);
      }
    }
  }

  private static String digest(String name, Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      return "no regular file";
    }
    if (!STAMPED.matcher(name).matches()) {
      return Sha256.of(file);
    }
    return Sha256.of(
        String.join(
            "\n",
            Files.readString(file, StandardCharsets.ISO_8859_1)
                .lines()
                .filter(line -> !line.startsWith("#"))
                .toList()));
  }
}
