package dev.gnomon.maven.layout;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Benchmarks that a module had and has no more, as far as what is compiled tells: by JMH's list
 * each of them, and where the compiler made none, classes whose benchmarks are all gone.
 */
public final class RemovedBenchmarks {
  private RemovedBenchmarks() {}

  /** Names of benchmarks, {@code a.B.c}, or of classes, {@code a.B}, in no particular order. */
  public static List<String> between(ModulePaths before, ModulePaths now) {
    Set<String> listed = new HashSet<>();
    Set<String> classes = new HashSet<>();
    Set<String> unlisted = new HashSet<>();
    for (BenchmarkRoot root : BenchmarkRoot.of(now)) {
      root.listed().forEach(entry -> listed.add(entry.benchmark()));
      root.benchmarks().forEach(type -> classes.add(type.canonicalName()));
      root.unlisted().forEach(type -> unlisted.add(type.canonicalName()));
    }
    List<String> removed = new ArrayList<>();
    for (BenchmarkRoot root : BenchmarkRoot.of(before)) {
      root.listed().stream()
          .filter(entry -> !unlisted.contains(entry.userClass()))
          .map(BenchmarkList.Entry::benchmark)
          .filter(name -> !listed.contains(name))
          .forEach(removed::add);
      root.unlisted().stream()
          .map(ClassFile::canonicalName)
          .filter(name -> !classes.contains(name))
          .forEach(removed::add);
    }
    return removed;
  }
}
