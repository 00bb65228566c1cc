package dev.gnomon.maven.layout;

import dev.gnomon.maven.layout.BenchmarkList.Entry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Benchmarks that JMH would find on the class path and that are not this module's. JMH reads every
 * list on the class path, and its own list keeps benchmarks that were deleted.
 *
 * @param stale listed here, but their classes are gone
 * @param foreign listed by a dependency
 */
record Exclusions(Set<String> stale, Set<String> foreign) {

  static Exclusions of(List<BenchmarkRoot> roots, List<Path> classPath) {
    Set<String> own =
        roots.stream()
            .flatMap(root -> root.listed().stream())
            .map(Entry::benchmark)
            .collect(Collectors.toSet());
    // A class that only the generated list knows is ours as well.
    Set<String> ownClasses =
        roots.stream()
            .flatMap(root -> root.benchmarks().stream())
            .map(ClassFile::canonicalName)
            .collect(Collectors.toSet());
    Set<Path> ownPaths = roots.stream().map(BenchmarkRoot::path).collect(Collectors.toSet());
    Set<String> foreign =
        classPath.stream()
            .filter(element -> !ownPaths.contains(element))
            .flatMap(element -> BenchmarkList.in(element).stream())
            .flatMap(list -> list.entries().stream())
            .filter(entry -> !ownClasses.contains(entry.userClass()))
            .map(Entry::benchmark)
            .collect(Collectors.toCollection(TreeSet::new));
    foreign.removeAll(own);
    Set<String> stale = new TreeSet<>();
    roots.forEach(root -> root.stale().forEach(entry -> stale.add(entry.benchmark())));
    stale.removeAll(own);
    return new Exclusions(stale, foreign);
  }

  /** Patterns that match exactly these benchmarks. */
  List<String> patterns() {
    List<String> patterns = new ArrayList<>();
    for (Collection<String> names : List.of(stale, foreign)) {
      names.forEach(name -> patterns.add("^" + Pattern.quote(name) + "$"));
    }
    return patterns;
  }

  List<String> notes() {
    List<String> notes = new ArrayList<>();
    if (!stale.isEmpty()) {
      notes.add("Left out, listed but no longer compiled: %s.".formatted(String.join(", ", stale)));
    }
    if (!foreign.isEmpty()) {
      notes.add(
          "Left out, %d benchmarks of a dependency; measure them in their own module."
              .formatted(foreign.size()));
    }
    return notes;
  }
}
