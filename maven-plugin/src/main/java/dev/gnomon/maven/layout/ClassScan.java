package dev.gnomon.maven.layout;

import dev.gnomon.problem.ProblemException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The compiled classes of one output directory, and which of them hold benchmarks. */
final class ClassScan {
  /** The packages that JMH generates into, before 1.22 and since; people use the first as well. */
  private static final Pattern GENERATED = Pattern.compile("(jmh_)?generated");

  private static final Pattern GENERATED_CLASS = Pattern.compile(".*_jmh(Type|Test).*\\.class");

  private final Path root;
  private final Map<String, ClassFile> classes;
  private final Set<String> canonical;

  private ClassScan(Path root, Map<String, ClassFile> classes) {
    this.root = root;
    this.classes = classes;
    this.canonical =
        classes.values().stream().map(ClassFile::canonicalName).collect(Collectors.toSet());
  }

  /** Reads every class below a directory; a directory that is not there has none. */
  static ClassScan of(Path root) {
    if (!Files.isDirectory(root)) {
      return new ClassScan(root, Map.of());
    }
    Map<String, ClassFile> classes = new HashMap<>();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(ClassScan::isOwnClass).toList()) {
        ClassFile found = read(file);
        classes.put(found.name(), found);
      }
    } catch (IOException | UncheckedIOException e) {
      throw new ProblemException(
          "classes-unreadable",
          "Classes below %s cannot be read: %s. Run mvn clean test-compile and try again."
              .formatted(root, e.getMessage()),
          e);
    }
    return new ClassScan(root, classes);
  }

  private static boolean isOwnClass(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.endsWith(".class")
        && !name.equals("module-info.class")
        && !(GENERATED.matcher(String.valueOf(file.getParent().getFileName())).matches()
            && GENERATED_CLASS.matcher(name).matches());
  }

  private static ClassFile read(Path file) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      return ClassFile.read(in);
    } catch (IOException e) {
      throw new IOException(file + ": " + e.getMessage(), e);
    }
  }

  /** Whether the class of a listed benchmark and the one generated for it are both compiled. */
  boolean hasClassesOf(BenchmarkList.Entry entry) {
    return canonical.contains(entry.userClass())
        && Files.isRegularFile(root.resolve(entry.generatedClass().replace('.', '/') + ".class"));
  }

  /** How many classes there are. */
  int size() {
    return classes.size();
  }

  /** Concrete classes with a benchmark of their own or an inherited one, by name. */
  List<ClassFile> benchmarks() {
    return classes.values().stream()
        .filter(ClassFile::concrete)
        .filter(this::hasBenchmark)
        .sorted((a, b) -> a.name().compareTo(b.name()))
        .toList();
  }

  private boolean hasBenchmark(ClassFile start) {
    ClassFile at = start;
    // A class file may lie about its parents: the bound keeps a cycle from hanging the build.
    for (int depth = 0; at != null && depth < 100; depth++) {
      if (at.annotated()) {
        return true;
      }
      at = classes.get(at.superName());
    }
    return false;
  }
}
