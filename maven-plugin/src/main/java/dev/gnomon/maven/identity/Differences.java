package dev.gnomon.maven.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/** What differs between two reaches, in words. */
final class Differences {
  private static final int SHOWN = 3;

  private Differences() {}

  /** The end of a sentence about two reaches that differ. */
  static String between(Reach base, Reach candidate) {
    List<String> found = new ArrayList<>();
    differing(base.classes(), candidate.classes())
        .forEach(name -> found.add("class " + name.replace('/', '.')));
    differing(base.resources(), candidate.resources()).forEach(name -> found.add("file " + name));
    found.addAll(jars(base.dependencies(), candidate.dependencies()));
    String shown = String.join(", ", found.subList(0, Math.min(SHOWN, found.size())));
    String more = found.size() > SHOWN ? " and " + (found.size() - SHOWN) + " more" : "";
    return shown + more + (found.size() == 1 ? " differs" : " differ");
  }

  /** What only one of them has, or has otherwise than the other. */
  static List<String> differing(Map<String, String> base, Map<String, String> candidate) {
    TreeSet<String> names = new TreeSet<>(base.keySet());
    names.addAll(candidate.keySet());
    return names.stream()
        .filter(name -> !Objects.equals(base.get(name), candidate.get(name)))
        .toList();
  }

  private static List<String> jars(List<String> base, List<String> candidate) {
    if (base.equals(candidate)) {
      return List.of();
    }
    List<String> found = new ArrayList<>();
    candidate.stream().filter(jar -> !base.contains(jar)).forEach(jar -> found.add(named(jar)));
    base.stream()
        .filter(jar -> !candidate.contains(jar))
        .map(Differences::named)
        .filter(name -> !found.contains(name))
        .forEach(found::add);
    return found.isEmpty() ? List.of("the order of the dependencies") : found;
  }

  /** A jar's name without its digest; a digest has no blank. */
  private static String named(String jar) {
    int blank = jar.lastIndexOf(' ');
    return blank < 0 ? "where own outputs stand" : "dependency " + jar.substring(0, blank);
  }
}
