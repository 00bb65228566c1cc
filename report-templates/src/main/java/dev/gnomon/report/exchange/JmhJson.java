package dev.gnomon.report.exchange;

import dev.gnomon.model.Fork;
import dev.gnomon.model.Iteration;
import dev.gnomon.model.Mode;
import dev.gnomon.model.Run;
import dev.gnomon.model.Series;
import dev.gnomon.report.answer.JsonText;
import java.util.List;
import java.util.stream.Collectors;

/** A run as JMH's own result file ({@code -rf json}), which JMH Visualizer and others read. */
public final class JmhJson {
  private JmhJson() {}

  /** The good forks of a run; benchmarks without one are left out. */
  public static String of(Run run) {
    String jmh = run.environment().value("jmh.version").orElse("1.37");
    return run.series().stream()
        .filter(series -> !measured(series).isEmpty())
        .map(series -> benchmark(series, jmh))
        .collect(Collectors.joining(",\n", "[\n", "\n]\n"));
  }

  private static List<Fork> measured(Series series) {
    return series.goodForks().stream().filter(fork -> !fork.iterations().isEmpty()).toList();
  }

  private static String benchmark(Series series, String jmh) {
    List<Fork> forks = measured(series);
    boolean perTime = series.id().mode() == Mode.THROUGHPUT;
    double mean =
        forks.stream()
            .flatMap(fork -> fork.iterations().stream())
            .mapToDouble(iteration -> score(series, iteration))
            .average()
            .orElseThrow();
    String raw =
        forks.stream()
            .map(
                fork ->
                    fork.iterations().stream()
                        .map(iteration -> Double.toString(score(series, iteration)))
                        .collect(Collectors.joining(", ", "[", "]")))
            .collect(Collectors.joining(", ", "[", "]"));
    return """
          {
            "jmhVersion": %s,
            "benchmark": %s,
            "mode": "%s",
            "threads": %d,
            "forks": %d,
            "warmupIterations": %d,
            "warmupTime": "%d ns",
            "warmupBatchSize": 1,
            "measurementIterations": %d,
            "measurementTime": "%d ns",
            "measurementBatchSize": 1,%s
            "primaryMetric": {
              "score": %s,
              "scoreError": "NaN",
              "scoreConfidence": ["NaN", "NaN"],
              "scorePercentiles": {},
              "scoreUnit": "%s",
              "rawData": %s
            },
            "secondaryMetrics": {}
          }"""
        .formatted(
            JsonText.string(jmh),
            JsonText.string(series.id().benchmark()),
            series.id().mode().label(),
            series.id().threads(),
            forks.size(),
            series.plan().warmupIterations(),
            series.plan().warmupNs(),
            series.plan().iterations(),
            series.plan().iterationNs(),
            params(series),
            mean,
            perTime ? "ops/ns" : "ns/op",
            raw);
  }

  private static String params(Series series) {
    return series.id().params().isEmpty()
        ? ""
        : series.id().params().entrySet().stream()
            .map(
                param -> JsonText.string(param.getKey()) + ": " + JsonText.string(param.getValue()))
            .collect(Collectors.joining(", ", "\n    \"params\": {", "},"));
  }

  /** JMH counts the operations of all threads, but the time of one. */
  private static double score(Series series, Iteration iteration) {
    return series.id().mode() == Mode.THROUGHPUT
        ? series.id().threads() / Math.max(iteration.nsPerOp(), Double.MIN_NORMAL)
        : iteration.nsPerOp();
  }
}
