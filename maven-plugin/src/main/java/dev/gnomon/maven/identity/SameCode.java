package dev.gnomon.maven.identity;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Tells which benchmarks can reach nothing that differs between two sides. It errs on the side of a
 * needless measurement: what cannot be read, or may be loaded by a name that nobody can foresee, is
 * not known to be the same.
 */
public final class SameCode {
  private final Optional<OwnCode> baseline;
  private final Optional<OwnCode> candidate;
  private final Optional<Reach> baselineReach;
  private final Optional<Reach> candidateReach;
  private final Map<String, Optional<String>> known = new HashMap<>();

  /**
   * Reads both sides.
   *
   * @param baseline class path of the baseline's side: directories are the project's own code, jars
   *     are dependencies
   * @param candidate class path of the candidate's side
   */
  public SameCode(List<Path> baseline, List<Path> candidate) {
    this.baseline = OwnCode.of(baseline);
    this.candidate = OwnCode.of(candidate);
    this.baselineReach = this.baseline.map(Reach::new);
    this.candidateReach = this.candidate.map(Reach::new);
  }

  /**
   * Why a benchmark counts as the same on both sides.
   *
   * @param benchmark its class and method
   * @return a sentence; empty where something it can reach differs or cannot be known
   */
  public Optional<String> sameFor(String benchmark) {
    int dot = benchmark.lastIndexOf('.');
    if (dot < 0 || baseline.isEmpty() || candidate.isEmpty()) {
      return Optional.empty();
    }
    String name = benchmark.substring(0, dot).replace('.', '/');
    return known.computeIfAbsent(name, this::compared);
  }

  private Optional<String> compared(String benchmark) {
    OwnCode before = baseline.orElseThrow();
    OwnCode after = candidate.orElseThrow();
    SortedMap<String, String> ours = candidateReach.orElseThrow().from(benchmark);
    boolean same =
        !ours.isEmpty()
            && ours.equals(baselineReach.orElseThrow().from(benchmark))
            && before.resources().equals(after.resources())
            && before.dependencies().equals(after.dependencies());
    return same
        ? Optional.of(
            "same code on both sides: %s, %s and %s within its reach"
                .formatted(
                    count(ours.size(), "class", "classes"),
                    count(after.resources().size(), "resource", "resources"),
                    count(after.dependencies().size(), "dependency", "dependencies")))
        : Optional.empty();
  }

  private static String count(int n, String one, String more) {
    return n + " " + (n == 1 ? one : more);
  }
}
