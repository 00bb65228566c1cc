package dev.gnomon.maven.identity;

import dev.gnomon.maven.identity.Identity.Kind;
import dev.gnomon.report.text.Visible;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Decides for each benchmark whether all that it can reach is the same on both sides. What is not
 * known to be the same counts as different: a needless measurement costs seconds, a change that
 * nobody measures costs the gate its sense.
 *
 * <p>JVMs, their options and system properties are not looked at. Not for several threads at once.
 */
public final class SameCode {
  private final Optional<Side> base;
  private final Optional<Side> candidate;
  private final OtherFiles otherFiles;
  private final String problem;

  /** All benchmarks of a class reach the same. */
  private final Map<String, Identity> known = new HashMap<>();

  private SameCode(
      Optional<Side> base, Optional<Side> candidate, OtherFiles otherFiles, String problem) {
    this.base = base;
    this.candidate = candidate;
    this.otherFiles = otherFiles;
    this.problem = problem;
  }

  /**
   * Reads two class paths, each in its order. Directories hold the project's own code, of this or
   * another module; files are dependencies. Never throws for what it finds there: whatever can't be
   * read makes every benchmark {@link Kind#UNKNOWN}, with the reason.
   */
  public static SameCode between(List<Path> base, List<Path> candidate, OtherFiles otherFiles) {
    String side = "the base";
    try {
      Side ofBase = new Side(base);
      side = "the candidate";
      Side ofCandidate = new Side(candidate);
      return new SameCode(Optional.of(ofBase), Optional.of(ofCandidate), otherFiles, "");
    } catch (IOException | RuntimeException e) {
      // Whatever is wrong with a class file, the way out is to measure.
      String said = Optional.ofNullable(e.getMessage()).orElse(e.toString());
      return new SameCode(
          Optional.empty(), Optional.empty(), otherFiles, "in " + side + " " + said);
    }
  }

  /**
   * What is known of one benchmark.
   *
   * @param benchmark its class and method as JMH names it, {@code a.b.Suite.Nested.method}
   */
  public Identity of(String benchmark) {
    String type = benchmark.substring(0, Math.max(0, benchmark.lastIndexOf('.')));
    Identity found = known.get(type);
    if (found == null) {
      found = ofClass(benchmark);
      known.put(type, found);
    }
    return new Identity(
        benchmark,
        found.kind(),
        found.reason(),
        found.benchmarkDiffers(),
        found.baseHash(),
        found.candidateHash());
  }

  /**
   * The project's own classes that differ between the sides, or that one of them lacks, {@code
   * a.b.C$Nested}; empty where a side could not be read.
   */
  public Set<String> differing() {
    if (base.isEmpty() || candidate.isEmpty()) {
      return Set.of();
    }
    return Differences.differing(base.get().digests(), candidate.get().digests()).stream()
        .map(name -> name.replace('/', '.'))
        .collect(Collectors.toUnmodifiableSet());
  }

  private Identity ofClass(String benchmark) {
    if (base.isEmpty() || candidate.isEmpty()) {
      return answer(benchmark, Kind.UNKNOWN, "not known to be the same: " + problem);
    }
    if (base.get().has(benchmark) != candidate.get().has(benchmark)) {
      String where = base.get().has(benchmark) ? "base" : "candidate";
      return new Identity(
          benchmark,
          Kind.DIFFERENT,
          "its class is only in the " + where,
          true,
          Optional.empty(),
          Optional.empty());
    }
    return compared(base.get().reach(benchmark), candidate.get().reach(benchmark));
  }

  private Identity compared(Reach base, Reach candidate) {
    if (!base.hash().equals(candidate.hash())) {
      Optional<String> why =
          candidate
              .everything()
              .map(name -> " (every class counts: " + name + " finds classes by name)");
      return answer(
          base, candidate, Kind.DIFFERENT, Differences.between(base, candidate) + why.orElse(""));
    }
    if (base.loading().isPresent()) {
      return unknown(base, candidate, base.loading().get() + " runs native code");
    }
    if (base.opening().isPresent() && otherFiles == OtherFiles.MAY_DIFFER) {
      return unknown(
          base,
          candidate,
          base.opening().get() + " opens files, and some outside the class path may differ");
    }
    String same =
        "its %s, %s and %s are the same"
            .formatted(
                counted(base.classes().size(), "reachable class", "reachable classes"),
                counted(base.resources().size(), "resource", "resources"),
                counted(base.jars(), "dependency", "dependencies"));
    return answer(base, candidate, Kind.SAME, same);
  }

  private static Identity unknown(Reach base, Reach candidate, String why) {
    return answer(base, candidate, Kind.UNKNOWN, "not known to be the same: " + why);
  }

  private static Identity answer(String benchmark, Kind kind, String reason) {
    return new Identity(
        benchmark, kind, Visible.line(reason), false, Optional.empty(), Optional.empty());
  }

  private static Identity answer(Reach base, Reach candidate, Kind kind, String reason) {
    return new Identity(
        base.benchmark(),
        kind,
        Visible.line(reason),
        !base.own().equals(candidate.own()),
        Optional.of(base.hash()),
        Optional.of(candidate.hash()));
  }

  private static String counted(int count, String one, String many) {
    return count + " " + (count == 1 ? one : many);
  }
}
