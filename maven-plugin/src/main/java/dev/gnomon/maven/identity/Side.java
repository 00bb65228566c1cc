package dev.gnomon.maven.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** One side's code: each class read once, and who names, extends or implements whom. */
final class Side {
  /** Stands for a benchmark's class that lies in no directory, into which nobody looks. */
  private static final String JAR = "a jar";

  private static final long LARGEST_CLASS = 16 << 20;

  private final Outputs outputs;
  private final OwnNames names;
  private final Map<String, OwnClass> classes = new TreeMap<>();
  private final Map<String, List<String>> children = new HashMap<>();

  /** Reached by every benchmark: what resources name, services above all. */
  private final Set<String> always = new TreeSet<>();

  private Part all;

  /**
   * Reads a class path.
   *
   * @throws IOException if any of it can't be read, with the file's name
   */
  Side(List<Path> classPath) throws IOException {
    try {
      outputs = Outputs.of(classPath);
    } catch (UncheckedIOException e) {
      throw e.getCause(); // of the walk through a directory
    }
    names = new OwnNames(outputs.classes().keySet());
    for (Map.Entry<String, Path> entry : outputs.classes().entrySet()) {
      OwnClass read = read(entry.getKey(), entry.getValue());
      classes.put(entry.getKey(), read);
      read.parents()
          .forEach(p -> children.computeIfAbsent(p, any -> new ArrayList<>()).add(entry.getKey()));
    }
    for (Path text : outputs.texts()) {
      always.addAll(names.in(List.of(Files.readString(text, StandardCharsets.ISO_8859_1))));
    }
    if (classes.containsKey("module-info")) {
      always.add("module-info");
    }
  }

  private OwnClass read(String name, Path file) throws IOException {
    if (Files.size(file) > LARGEST_CLASS) {
      throw new IOException(name + ".class has more than " + LARGEST_CLASS + " bytes");
    }
    try {
      return OwnClass.read(name, Files.readAllBytes(file), names);
    } catch (IOException e) {
      throw new IOException(name + ".class can't be read: " + e.getMessage(), e);
    }
  }

  /** Whether the class of a benchmark is one of the project's own. */
  boolean has(String benchmark) {
    return !roots(benchmark).isEmpty();
  }

  /** The digest of each of the project's own classes by name, {@code a/b/C}. */
  Map<String, String> digests() {
    return digests(classes.keySet());
  }

  /** What a benchmark can reach; everything, where its class lies in a jar. */
  Reach reach(String benchmark) {
    Set<String> roots = roots(benchmark);
    Set<String> own = own(roots);
    Set<String> reached = closure(own);
    Optional<String> everything =
        roots.isEmpty() ? Optional.of(JAR) : first(reached, OwnClass::finding);
    Part part = everything.isPresent() ? all() : part(reached);
    return new Reach(
        benchmark,
        part.digests(),
        outputs.resources(),
        outputs.dependencies(),
        part.hash(),
        digests(own),
        everything,
        roots.isEmpty() ? Optional.of(JAR) : part.opening(),
        part.loading());
  }

  /** Some of the classes: their digests, the hash of these and all other code, what they do. */
  private record Part(
      Map<String, String> digests,
      String hash,
      Optional<String> opening,
      Optional<String> loading) {}

  private Part part(Set<String> reached) {
    Map<String, String> digests = digests(reached);
    return new Part(
        digests,
        hash(digests),
        first(reached, OwnClass::opening),
        first(reached, OwnClass::loading));
  }

  /** Every class; many benchmarks ask for it. */
  private Part all() {
    if (all == null) {
      all = part(classes.keySet());
    }
    return all;
  }

  private String hash(Map<String, String> digests) {
    StringBuilder text = new StringBuilder();
    digests.forEach((name, hash) -> line(text, "class", name + " " + hash));
    outputs.resources().forEach((name, hash) -> line(text, "file", name + " " + hash));
    outputs.dependencies().forEach(jar -> line(text, "jar", jar));
    return Sha256.of(text.toString());
  }

  /** With its length, as a file's name may have line ends. */
  private static void line(StringBuilder text, String kind, String what) {
    text.append(kind).append(' ').append(what.length()).append(' ').append(what).append('\n');
  }

  private Set<String> roots(String benchmark) {
    int dot = benchmark.lastIndexOf('.');
    return dot < 0 ? Set.of() : names.canonical(benchmark.substring(0, dot));
  }

  /** The benchmark's class, those nested in it and those that it extends. */
  private Set<String> own(Set<String> roots) {
    Set<String> own = new TreeSet<>();
    Deque<String> open = new ArrayDeque<>(roots);
    for (String root : roots) {
      classes.keySet().stream().filter(name -> name.startsWith(root + "$")).forEach(open::add);
    }
    while (!open.isEmpty()) {
      String name = open.remove();
      if (classes.containsKey(name) && own.add(name)) {
        open.addAll(classes.get(name).parents());
      }
    }
    return own;
  }

  /** What is reached, in the same order on each run; ends at what finds classes by name. */
  private Set<String> closure(Set<String> roots) {
    Set<String> reached = new HashSet<>();
    Deque<String> open = new ArrayDeque<>(roots);
    open.addAll(always);
    while (!open.isEmpty()) {
      String name = open.remove();
      OwnClass found = classes.get(name);
      if (found != null && reached.add(name)) {
        if (found.finding().isPresent()) {
          return reached; // all counts then
        }
        open.addAll(found.names());
        open.addAll(found.parents());
        open.addAll(children.getOrDefault(name, List.of()));
        open.add(name.substring(0, name.lastIndexOf('/') + 1) + "package-info");
      }
    }
    return reached;
  }

  private Optional<String> first(Set<String> reached, Function<OwnClass, Optional<String>> what) {
    return reached.stream()
        .filter(name -> what.apply(classes.get(name)).isPresent())
        .min(String::compareTo)
        .map(name -> name.replace('/', '.'));
  }

  private Map<String, String> digests(Set<String> reached) {
    Map<String, String> digests = new TreeMap<>();
    reached.forEach(name -> digests.put(name, classes.get(name).hash()));
    return digests;
  }
}
