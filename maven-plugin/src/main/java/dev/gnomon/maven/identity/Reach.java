package dev.gnomon.maven.identity;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Which classes of one side a benchmark can come to run. */
final class Reach {
  private static final String GENERATED = "/jmh_generated/";

  private final OwnCode code;
  private final Map<String, Set<String>> subtypes = new HashMap<>();

  Reach(OwnCode code) {
    this.code = code;
    code.classes()
        .forEach(
            (name, facts) ->
                facts
                    .supertypes()
                    .forEach(
                        type -> subtypes.computeIfAbsent(type, any -> new HashSet<>()).add(name)));
  }

  /**
   * Hashes of the classes that are within reach, by internal name: whatever a reached class names,
   * what extends or implements it, and everything once a reached class loads others by name.
   *
   * @param benchmark internal name of the benchmark's class
   * @return empty where the class is not part of this side's own code
   */
  SortedMap<String, String> from(String benchmark) {
    if (!code.classes().containsKey(benchmark)) {
      return new TreeMap<>();
    }
    Deque<String> open = new ArrayDeque<>(roots(benchmark));
    Set<String> reached = new HashSet<>(open);
    while (!open.isEmpty()) {
      String name = open.remove();
      ClassFacts facts = code.classes().get(name);
      if (facts.findsByName() && !name.contains(GENERATED)) {
        return hashes(code.classes().keySet());
      }
      for (Collection<String> next :
          List.of(facts.references(), subtypes.getOrDefault(name, Set.of()))) {
        for (String type : next) {
          if (code.classes().containsKey(type) && reached.add(type)) {
            open.add(type);
          }
        }
      }
    }
    return hashes(reached);
  }

  /** The benchmark, what JMH generated for it, and what a resource may have loaded. */
  private Set<String> roots(String benchmark) {
    int slash = benchmark.lastIndexOf('/');
    String generated =
        benchmark.substring(0, Math.max(0, slash))
            + GENERATED
            + benchmark.substring(slash + 1)
            + "_";
    Set<String> roots = new HashSet<>(code.named());
    roots.add(benchmark);
    code.classes().keySet().stream()
        .filter(name -> name.startsWith(generated) || name.equals("module-info"))
        .forEach(roots::add);
    return roots;
  }

  private SortedMap<String, String> hashes(Set<String> names) {
    SortedMap<String, String> hashes = new TreeMap<>();
    names.forEach(name -> hashes.put(name, code.classes().get(name).hash()));
    return hashes;
  }
}
