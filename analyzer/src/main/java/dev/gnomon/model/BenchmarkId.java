package dev.gnomon.model;

import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What makes two measurements the same benchmark. Names and parameters are untrusted text: they may
 * hold quotes, markup, line breaks and path characters, and are escaped by whoever prints them.
 *
 * @param benchmark fully qualified class and method, {@code a.b.Bench.method}; not blank
 * @param params {@code @Param} values by name, sorted by name
 * @param mode JMH mode
 * @param threads worker threads, all groups together; at least 1
 */
public record BenchmarkId(
    String benchmark, SortedMap<String, String> params, Mode mode, int threads)
    implements Comparable<BenchmarkId> {

  private static final Comparator<BenchmarkId> ORDER =
      Comparator.comparing(BenchmarkId::benchmark)
          .thenComparing(id -> id.params().toString())
          .thenComparing(BenchmarkId::mode)
          .thenComparingInt(BenchmarkId::threads);

  public BenchmarkId {
    if (benchmark.isBlank()) {
      throw new IllegalArgumentException("a benchmark needs a name, found \"" + benchmark + "\"");
    }
    if (threads < 1) {
      throw new IllegalArgumentException(
          benchmark + " has " + threads + " threads, expected at least 1");
    }
    Objects.requireNonNull(mode, "mode");
    params = Collections.unmodifiableSortedMap(new TreeMap<>(params));
  }

  /** An identity with any map of parameters; it is copied and sorted. */
  public static BenchmarkId of(
      String benchmark, Map<String, String> params, Mode mode, int threads) {
    return new BenchmarkId(benchmark, new TreeMap<>(params), mode, threads);
  }

  /** Class and method without the package: {@code Bench.method}. */
  public String shortName() {
    int method = benchmark.lastIndexOf('.');
    int type = method < 0 ? -1 : benchmark.lastIndexOf('.', method - 1);
    return benchmark.substring(type + 1);
  }

  /** A pattern, as JMH takes them, that finds benchmarks of this name and no others. */
  public String pattern() {
    return "^" + Pattern.quote(benchmark) + "$";
  }

  /** The package, empty where there is none. */
  public String packageName() {
    return benchmark.substring(0, Math.max(0, benchmark.length() - shortName().length() - 1));
  }

  @Override
  public int compareTo(BenchmarkId other) {
    return ORDER.compare(this, other);
  }
}
