package dev.gnomon.report.text;

import dev.gnomon.evaluation.Evaluation;
import dev.gnomon.gate.Judgement;
import dev.gnomon.model.BenchmarkId;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What each benchmark is called in one output: as short as tells it from all others, and harmless
 * to look at.
 */
public final class Labels {
  /** Longer names are cut in the middle. */
  public static final int LONGEST = 160;

  private final Map<BenchmarkId, String> labels = new HashMap<>();

  /** Labels of these benchmarks. */
  public Labels(Collection<BenchmarkId> ids) {
    Set<BenchmarkId> all = new LinkedHashSet<>(ids);
    Map<String, Long> plain = count(all, Labels::plain);
    Map<String, Long> withMode = count(all, Labels::withMode);
    for (BenchmarkId id : all) {
      String label = plain(id);
      if (plain.get(label) > 1) {
        label = withMode(id);
      }
      if (withMode.getOrDefault(label, 0L) > 1) {
        label = name(id.benchmark(), id, true);
      }
      labels.put(id, label);
    }
  }

  /** Labels of everything that was judged. */
  public static Labels of(Evaluation evaluation) {
    return new Labels(evaluation.judgements().stream().map(Judgement::id).toList());
  }

  /** The label of one benchmark, in one line of at most {@value #LONGEST} characters. */
  public String of(BenchmarkId id) {
    String label = labels.get(id);
    return label == null ? name(id.benchmark(), id, true) : label;
  }

  private static Map<String, Long> count(Set<BenchmarkId> ids, Function<BenchmarkId, String> name) {
    return ids.stream().collect(Collectors.groupingBy(name, Collectors.counting()));
  }

  private static String plain(BenchmarkId id) {
    return name(id.shortName(), id, false);
  }

  private static String withMode(BenchmarkId id) {
    return name(id.shortName(), id, true);
  }

  private static String name(String name, BenchmarkId id, boolean mode) {
    String details =
        params(id) + (mode ? (params(id).isEmpty() ? "" : ", ") + id.mode().label() : "");
    return Visible.line(name + (details.isEmpty() ? "" : " (" + details + ")"), LONGEST);
  }

  private static String params(BenchmarkId id) {
    String params =
        id.params().entrySet().stream()
            .map(e -> e.getKey() + "=" + e.getValue())
            .collect(Collectors.joining(", "));
    String threads = id.threads() > 1 ? "threads=" + id.threads() : "";
    return params.isEmpty() || threads.isEmpty() ? params + threads : params + ", " + threads;
  }
}
