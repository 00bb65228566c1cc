package dev.gnomon.maven.layout;

import dev.gnomon.problem.ProblemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the benchmarks of a module: those compiled from {@code src/test} or {@code src/main}, in a
 * directory or a jar that the user names.
 */
public final class BenchmarkFinder {
  private final ModulePaths module;
  private final LayoutOptions options;
  private final ListGenerator generator;

  public BenchmarkFinder(ModulePaths module, LayoutOptions options, ListGenerator generator) {
    this.module = module;
    this.options = options;
    this.generator = generator;
  }

  /**
   * Looks for benchmarks, and generates JMH's list where the compiler did not.
   *
   * @throws ProblemException if there are benchmarks that cannot be run, with the lines to add
   */
  public Found find() {
    return options.jar().isPresent() ? prebuilt(options.jar().get()) : compiled();
  }

  private Found prebuilt(Path jar) {
    if (!Files.isRegularFile(jar)) {
      throw new ProblemException(
          "benchmarks-jar-not-found",
          "perf.jar is %s, which is not there. Build it first, or correct -Dperf.jar or <jar>."
              .formatted(jar));
    }
    if (BenchmarkList.in(jar).filter(list -> !list.entries().isEmpty()).isEmpty()) {
      throw new ProblemException(
          "benchmarks-jar-not-found",
          ("perf.jar is %s, which has no %s. Name the jar that java -jar would run the benchmarks"
                  + " from.")
              .formatted(jar, BenchmarkList.LOCATION));
    }
    return new Found.Benchmarks(List.of(jar), List.of(), List.of());
  }

  private Found compiled() {
    List<BenchmarkRoot> roots = roots();
    List<Path> path = classPath(roots);
    Optional<String> jmh = JmhVersion.on(path);
    if (jmh.isEmpty()) {
      return LayoutMessages.noJmh(module);
    }
    List<BenchmarkRoot> holding = roots.stream().filter(BenchmarkRoot::hasBenchmarks).toList();
    if (holding.isEmpty()) {
      return LayoutMessages.noBenchmarks(module, roots, path);
    }
    return listed(holding, path, jmh.get());
  }

  private Found listed(List<BenchmarkRoot> roots, List<Path> path, String jmh) {
    List<String> notes = new ArrayList<>();
    List<Path> complete = new ArrayList<>();
    List<ClassFile> unlisted = roots.stream().flatMap(r -> r.unlisted().stream()).toList();
    if (!unlisted.isEmpty()) {
      complete.add(generator.generate(module, roots, path, jmh));
      notes.add(
          "JMH's list lacked %d of the benchmark classes; the code that runs them was generated."
              .formatted(unlisted.size()));
    }
    complete.addAll(path);
    Exclusions exclusions = Exclusions.of(roots, path);
    notes.addAll(exclusions.notes());
    return new Found.Benchmarks(complete, exclusions.patterns(), notes);
  }

  private List<BenchmarkRoot> roots() {
    if (options.classes().isPresent()) {
      Path named = options.classes().get();
      if (!Files.isDirectory(named)) {
        throw new ProblemException(
            "no-benchmarks",
            "perf.classes is %s, which is no directory. Compile the benchmarks first, or correct"
                    .formatted(named)
                + " -Dperf.classes or <classes>.");
      }
      return List.of(BenchmarkRoot.of(named));
    }
    return BenchmarkRoot.of(module);
  }

  /** Benchmarks in {@code src/main} alone run on what ships, without the libraries of its tests. */
  private List<Path> classPath(List<BenchmarkRoot> roots) {
    boolean inMain =
        roots.stream()
            .filter(BenchmarkRoot::hasBenchmarks)
            .map(BenchmarkRoot::path)
            .toList()
            .equals(List.of(module.mainClasses()));
    List<Path> usual = inMain ? module.runtimePath() : module.testPath();
    List<Path> path = new ArrayList<>(options.classes().stream().toList());
    usual.stream().filter(element -> !path.contains(element)).forEach(path::add);
    return path;
  }
}
