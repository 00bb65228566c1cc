package dev.gnomon.compare;

import dev.gnomon.model.BenchmarkId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Which benchmarks the candidate was asked to measure. One that was not asked for is not missing.
 *
 * @param includes JMH include patterns, regular expressions found anywhere in the name; empty for
 *     all; written by whoever runs the build
 * @param excludes JMH exclude patterns, likewise
 * @param params {@code @Param} values that replaced the annotated ones
 */
public record Asked(
    List<String> includes, List<String> excludes, Map<String, List<String>> params) {

  /** Everything that there is. */
  public static final Asked ALL = new Asked(List.of(), List.of(), Map.of());

  public Asked {
    includes = List.copyOf(includes);
    excludes = List.copyOf(excludes);
    params = Map.copyOf(params);
  }

  /** These benchmarks by name, whatever their parameters. */
  public static Asked exactly(Collection<BenchmarkId> ids) {
    return new Asked(
        ids.stream().map(BenchmarkId::pattern).distinct().toList(), List.of(), Map.of());
  }

  /** Whether a benchmark was asked for. */
  public boolean covers(BenchmarkId id) {
    return covers(id.benchmark())
        && params.entrySet().stream()
            .allMatch(e -> chosen(e.getValue(), id.params().get(e.getKey())));
  }

  /** Whether a benchmark of this name was asked for, with some parameters. */
  public boolean covers(String benchmark) {
    return (includes.isEmpty() || includes.stream().anyMatch(p -> found(p, benchmark)))
        && excludes.stream().noneMatch(p -> found(p, benchmark));
  }

  private static boolean found(String pattern, String benchmark) {
    return Pattern.compile(pattern).matcher(benchmark).find();
  }

  private static boolean chosen(List<String> values, String value) {
    return value == null || values.contains(value);
  }
}
