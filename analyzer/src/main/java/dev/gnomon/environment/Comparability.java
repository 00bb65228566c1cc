package dev.gnomon.environment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Whether two runs may be compared, and where their places differ.
 *
 * @param strict differences that forbid a comparison, sorted by name
 * @param soft differences that only warn, sorted by name
 */
public record Comparability(List<Difference> strict, List<Difference> soft) {
  public Comparability {
    strict = List.copyOf(strict);
    soft = List.copyOf(soft);
  }

  /**
   * Compares two environments. A fact is strict where either side holds it strict, and a strict
   * fact that one side lacks is a difference: what is not known cannot be called equal.
   */
  public static Comparability between(Environment candidate, Environment baseline) {
    Map<String, Fact> here = byName(candidate);
    Map<String, Fact> there = byName(baseline);
    TreeSet<String> names = new TreeSet<>(here.keySet());
    names.addAll(there.keySet());
    List<Difference> strict = new ArrayList<>();
    List<Difference> soft = new ArrayList<>();
    for (String name : names) {
      Optional<Fact> before = Optional.ofNullable(there.get(name));
      Optional<Fact> now = Optional.ofNullable(here.get(name));
      boolean binding =
          before.map(Fact::strict).orElse(false) || now.map(Fact::strict).orElse(false);
      Difference difference = new Difference(name, before.map(Fact::value), now.map(Fact::value));
      if (difference.differs() && (binding || difference.knownOnBothSides())) {
        (binding ? strict : soft).add(difference);
      }
    }
    return new Comparability(strict, soft);
  }

  private static Map<String, Fact> byName(Environment environment) {
    return environment.facts().stream()
        .collect(Collectors.toMap(Fact::name, Function.identity(), (a, b) -> a, TreeMap::new));
  }

  /** Whether a comparison is allowed. */
  public boolean comparable() {
    return strict.isEmpty();
  }

  /** All strict differences in one line: {@code cpu.model was X, is Y; jvm.major was 17, is 25}. */
  public String strictSentence() {
    return sentence(strict);
  }

  /** All soft differences in one line. */
  public String softSentence() {
    return sentence(soft);
  }

  private static String sentence(List<Difference> differences) {
    return differences.stream().map(Difference::sentence).collect(Collectors.joining("; "));
  }
}
