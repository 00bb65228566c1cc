package dev.gnomon.jmh;

import dev.gnomon.json.Fields;
import dev.gnomon.model.Secondary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Secondary results of one benchmark, fork by fork. */
final class Secondaries {
  /** JMH adds these up over the iterations of a fork; of others it takes the mean. */
  private static final Set<String> SUMS = Set.of("gc.count", "gc.time");

  private final List<SortedMap<String, Secondary>> forks = new ArrayList<>();

  private Secondaries(int forks) {
    for (int i = 0; i < forks; i++) {
      this.forks.add(new TreeMap<>());
    }
  }

  static Secondaries of(Fields result, int forks) {
    Secondaries secondaries = new Secondaries(forks);
    result
        .objectIfAny("secondaryMetrics")
        .ifPresent(all -> all.names().forEach(name -> secondaries.add(name, all.object(name))));
    return secondaries;
  }

  /** A metric without data of each fork, as a profiler of whole runs gives it, is left out. */
  private void add(String label, Fields metric) {
    List<double[]> raw = metric.has("rawData") ? metric.realLists("rawData") : List.of();
    if (raw.size() != forks.size()) {
      return;
    }
    String name = withoutDot(label);
    String unit = metric.text("scoreUnit");
    for (int fork = 0; fork < raw.size(); fork++) {
      forks.get(fork).put(name, new Secondary(value(name, raw.get(fork)), unit));
    }
  }

  /** JMH before 1.37 sets a dot before the names of profilers, which not every charset survived. */
  private static String withoutDot(String label) {
    return label.replaceFirst("^[\u00b7\ufffd?]+", "");
  }

  private static double value(String name, double[] iterations) {
    return SUMS.contains(name)
        ? Arrays.stream(iterations).sum()
        : Arrays.stream(iterations).average().orElse(Double.NaN);
  }

  SortedMap<String, Secondary> ofFork(int index) {
    return forks.get(index);
  }
}
