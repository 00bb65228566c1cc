package dev.gnomon.report.trend;

import dev.gnomon.history.BenchmarkHistory;
import dev.gnomon.model.BenchmarkId;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Finds the benchmarks that a reader of one wants to see beside it; a few, however many there are.
 */
final class Related {
  private static final int MOST = 6;

  private final Map<String, List<BenchmarkHistory>> byClass;
  private final Map<String, List<BenchmarkHistory>> byPackage;

  Related(List<BenchmarkHistory> benchmarks) {
    this.byClass = grouped(benchmarks, Related::type);
    this.byPackage = grouped(benchmarks, BenchmarkId::packageName);
  }

  private static Map<String, List<BenchmarkHistory>> grouped(
      List<BenchmarkHistory> benchmarks, Function<BenchmarkId, String> by) {
    return benchmarks.stream().collect(Collectors.groupingBy(b -> by.apply(b.id())));
  }

  private static String type(BenchmarkId id) {
    return id.benchmark().substring(0, Math.max(0, id.benchmark().lastIndexOf('.')));
  }

  /** Its neighbours by name in its class; where it is alone there, in its package. */
  List<BenchmarkHistory> to(BenchmarkHistory benchmark) {
    List<BenchmarkHistory> near = around(byClass.get(type(benchmark.id())), benchmark);
    return near.isEmpty() ? around(byPackage.get(benchmark.id().packageName()), benchmark) : near;
  }

  private static List<BenchmarkHistory> around(
      List<BenchmarkHistory> group, BenchmarkHistory benchmark) {
    int at = group.indexOf(benchmark);
    int from = Math.max(0, Math.min(at - MOST / 2, group.size() - MOST - 1));
    return group.stream()
        .skip(from)
        .limit(MOST + 1L)
        .filter(other -> !other.id().equals(benchmark.id()))
        .toList();
  }
}
