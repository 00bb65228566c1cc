package dev.gnomon.maven.layout;

import dev.gnomon.maven.layout.Found.Nothing;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** What is said where there is nothing to measure, with the lines that would change it. */
final class LayoutMessages {
  private LayoutMessages() {}

  static Nothing noJmh(ModulePaths module) {
    return new Nothing(
        "no-jmh",
        """
        No JMH on the class path of %s: expected org.openjdk.jmh:jmh-core among its dependencies. \
        Add to its pom.xml:
          <dependency>
            <groupId>org.openjdk.jmh</groupId>
            <artifactId>jmh-core</artifactId>
            <version>1.37</version>
            <scope>test</scope>
          </dependency>
        or name a prebuilt jar with -Dperf.jar=benchmarks.jar."""
            .formatted(module.module()),
        "no JMH on its class path");
  }

  static Nothing noBenchmarks(ModulePaths module, List<BenchmarkRoot> roots, List<Path> path) {
    int classes = roots.stream().mapToInt(BenchmarkRoot::classes).sum();
    String places =
        roots.stream()
            .map(root -> relative(module.base(), root.path()))
            .collect(Collectors.joining(" and "));
    String looked =
        classes == 0
            ? "%s hold no classes at all. Is -Dmaven.test.skip set? ".formatted(places)
            : "Looked for @Benchmark in %d classes of %s, found none. ".formatted(classes, places);
    return new Nothing(
        "no-benchmarks",
        "No JMH benchmarks in "
            + module.module()
            + ": "
            + looked
            + "Put benchmarks under src/test/java, or name another place with <classes> or"
            + " -Dperf.classes, or a prebuilt jar with -Dperf.jar."
            + elsewhere(path),
        "no benchmarks");
  }

  private static String elsewhere(List<Path> path) {
    List<String> holders =
        path.stream()
            .filter(element -> BenchmarkList.in(element).isPresent())
            .map(element -> String.valueOf(element.getFileName()))
            .toList();
    return holders.isEmpty()
        ? ""
        : " Benchmarks were found in a dependency, %s: measure them in its own module or with"
                .formatted(String.join(", ", holders))
            + " -Dperf.jar.";
  }

  private static String relative(Path base, Path path) {
    return path.startsWith(base) ? base.relativize(path).toString() : path.toString();
  }
}
