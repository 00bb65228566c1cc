package dev.gnomon.maven.layout;

import dev.gnomon.maven.layout.BenchmarkList.Entry;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One output directory of the module: its benchmark classes, and what JMH's list says of them.
 *
 * @param path the directory
 * @param classes how many classes it has
 * @param benchmarks its benchmark classes
 * @param listed the list's entries whose classes are all there
 * @param stale entries that name a class which is gone
 */
record BenchmarkRoot(
    Path path, int classes, List<ClassFile> benchmarks, List<Entry> listed, List<Entry> stale) {

  static BenchmarkRoot of(Path path) {
    ClassScan scan = ClassScan.of(path);
    List<Entry> entries = BenchmarkList.in(path).map(BenchmarkList::entries).orElse(List.of());
    var byPresence =
        entries.stream().collect(Collectors.partitioningBy(entry -> scan.hasClassesOf(entry)));
    return new BenchmarkRoot(
        path, scan.size(), scan.benchmarks(), byPresence.get(true), byPresence.get(false));
  }

  /** Where Maven compiles to, the tests first. */
  static List<BenchmarkRoot> of(ModulePaths module) {
    return List.of(of(module.testClasses()), of(module.mainClasses()));
  }

  boolean hasBenchmarks() {
    return !benchmarks.isEmpty() || !listed.isEmpty();
  }

  /** Benchmark classes that the list does not know. */
  List<ClassFile> unlisted() {
    Set<String> known = listed.stream().map(Entry::userClass).collect(Collectors.toSet());
    return benchmarks.stream().filter(type -> !known.contains(type.canonicalName())).toList();
  }
}
