package dev.gnomon.maven.layout;

import dev.gnomon.maven.layout.Found.Benchmarks;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Puts a candidate's benchmarks on top of the baseline's code, so that both sides run the very same
 * benchmark, and a benchmark that the change adds has a baseline too.
 *
 * @param candidate the candidate's module
 * @param baseline the same module as the baseline has it
 */
public record Overlay(ModulePaths candidate, ModulePaths baseline) {
  /**
   * What must be of one version on both sides, since the candidate's benchmarks were made by it.
   */
  private static final Pattern JMH =
      Pattern.compile("(jmh-core|jmh-generator-.*|jopt-simple|commons-math3)-[0-9].*\\.jar");

  /**
   * The benchmarks to run on the baseline's side.
   *
   * @param ours what was found in the candidate
   * @return empty where the benchmarks are part of the module's main output, which cannot be of
   *     both sides at once
   */
  public Optional<Benchmarks> over(Benchmarks ours) {
    if (!ours.classPath().contains(candidate.testClasses())) {
      return Optional.empty();
    }
    List<Path> path = new ArrayList<>();
    for (Path element : ours.classPath()) {
      if (element.equals(candidate.mainClasses())) {
        break;
      }
      if (!candidate.testPath().contains(element) || element.equals(candidate.testClasses())) {
        path.add(element);
      }
    }
    List<String> notes = new ArrayList<>(ours.notes());
    List<Path> theirs =
        baseline.testPath().stream().filter(e -> !e.equals(baseline.testClasses())).toList();
    if (JmhVersion.on(theirs).equals(JmhVersion.on(ours.classPath()))) {
      path.addAll(theirs);
    } else {
      theirs.stream().filter(element -> !isJmh(element)).forEach(path::add);
      ours.classPath().stream().filter(Overlay::isJmh).forEach(path::add);
      notes.add("The base has another JMH or none; both sides run on the candidate's.");
    }
    return Optional.of(new Benchmarks(path, ours.excludes(), notes));
  }

  private static boolean isJmh(Path element) {
    Path name = element.getFileName();
    return name != null && JMH.matcher(name.toString()).matches();
  }
}
