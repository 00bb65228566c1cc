package dev.gnomon.gate;

import dev.gnomon.model.BenchmarkId;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A pattern over benchmark names: {@code *} stands for any text, every other character for itself.
 * It is matched against {@code a.b.Bench.method}, against {@code Bench.method}, and against both
 * followed by the parameters as printed, {@code Bench.method (size=10, kind=x)}.
 *
 * <p>Matching takes time in proportion to pattern and name at worst multiplied, never more, so a
 * hostile name cannot stall a build.
 */
public final class Glob {
  private final String pattern;

  /** A pattern; any text is one. */
  public Glob(String pattern) {
    this.pattern = pattern;
  }

  /** Whether the pattern covers a benchmark. */
  public boolean matches(BenchmarkId id) {
    if (matches(id.benchmark()) || matches(id.shortName())) {
      return true;
    }
    String params = params(id.params());
    return !params.isEmpty()
        && (matches(id.benchmark() + params) || matches(id.shortName() + params));
  }

  private static String params(Map<String, String> params) {
    return params.isEmpty()
        ? ""
        : params.entrySet().stream()
            .map(e -> e.getKey() + "=" + e.getValue())
            .collect(Collectors.joining(", ", " (", ")"));
  }

  boolean matches(String text) {
    int p = 0;
    int t = 0;
    int star = -1;
    int retry = 0;
    while (t < text.length()) {
      if (p < pattern.length() && pattern.charAt(p) == '*') {
        star = p++;
        retry = t;
      } else if (p < pattern.length() && pattern.charAt(p) == text.charAt(t)) {
        p++;
        t++;
      } else if (star >= 0) {
        // Only the last star needs to give back: earlier ones already took the least they could.
        p = star + 1;
        t = ++retry;
      } else {
        return false;
      }
    }
    while (p < pattern.length() && pattern.charAt(p) == '*') {
      p++;
    }
    return p == pattern.length();
  }
}
