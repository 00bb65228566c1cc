package dev.gnomon.harness;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.util.Optional;

/** One benchmark in one mode with one set of parameters: what JMH would run as one. */
final class Entry {
  final BenchmarkListEntry listed;
  final Mode mode;
  final Map<String, String> params;

  private Entry(BenchmarkListEntry listed, Mode mode, Map<String, String> params) {
    this.listed = listed;
    this.mode = mode;
    this.params = params;
  }

  static List<Entry> explode(BenchmarkListEntry listed, Options options) throws Problem {
    List<Entry> entries = new ArrayList<>();
    for (Mode mode : modes(listed, options)) {
      for (Map<String, String> params : combinations(listed, options)) {
        entries.add(new Entry(listed, mode, params));
      }
    }
    return entries;
  }

  String name() {
    return listed.getUsername();
  }

  /** Threads that JMH will start, all groups together. */
  int threads(Options options) {
    int asked = options.getThreads().orElse(listed.getThreads().orElse(1));
    int cpus = Runtime.getRuntime().availableProcessors();
    // Threads.HALF_MAX is younger than the oldest JMH that is driven, so its value stands here.
    int threads = asked == Threads.MAX ? cpus : asked == -2 ? (cpus + 1) / 2 : asked;
    int group =
        Math.max(
            1, Arrays.stream(options.getThreadGroups().orElse(listed.getThreadGroups())).sum());
    return (Math.max(1, threads) + group - 1) / group * group;
  }

  Frame describe(Options options) {
    boolean single = mode == Mode.SingleShotTime;
    // JMH's defaults of the last decade: 5 × 10 s and 5 × 10 s, single shot 0 and 1.
    int warmups = single ? 0 : 5;
    int iterations = single ? 1 : 5;
    Frame frame =
        new Frame("benchmark")
            .with("name", name())
            .with("mode", mode.shortLabel())
            .with("threads", threads(options))
            .with("hash", ClassHash.of(listed.getUserClassQName()))
            .with(
                "wi", either(options.getWarmupIterations(), listed.getWarmupIterations(), warmups))
            .with(
                "i",
                either(
                    options.getMeasurementIterations(),
                    listed.getMeasurementIterations(),
                    iterations))
            .with("w", nanos(options.getWarmupTime(), listed.getWarmupTime(), single))
            .with("r", nanos(options.getMeasurementTime(), listed.getMeasurementTime(), single))
            .with(
                "warmupFixed",
                options.getWarmupIterations().hasValue() || options.getWarmupTime().hasValue())
            .with(
                "measurementFixed",
                options.getMeasurementIterations().hasValue()
                    || options.getMeasurementTime().hasValue());
    params.forEach((name, value) -> frame.with("param." + name, value));
    return frame;
  }

  private static int either(Optional<Integer> option, Optional<Integer> annotated, int otherwise) {
    return option.orElse(annotated.orElse(otherwise));
  }

  private static long nanos(
      Optional<TimeValue> option, Optional<TimeValue> annotated, boolean single) {
    if (single) {
      return 0;
    }
    return option
        .orElse(annotated.orElse(TimeValue.seconds(10)))
        .convertTo(java.util.concurrent.TimeUnit.NANOSECONDS);
  }

  private static Collection<Mode> modes(BenchmarkListEntry listed, Options options) {
    Collection<Mode> asked =
        options.getBenchModes().isEmpty() ? List.of(listed.getMode()) : options.getBenchModes();
    if (!asked.contains(Mode.All)) {
      return asked;
    }
    List<Mode> all = new ArrayList<>(List.of(Mode.values()));
    all.remove(Mode.All);
    return all;
  }

  private static List<Map<String, String>> combinations(BenchmarkListEntry listed, Options options)
      throws Problem {
    List<Map<String, String>> combinations = new ArrayList<>(List.of(new TreeMap<>()));
    for (Map.Entry<String, String[]> param : Suite.params(listed).entrySet()) {
      Collection<String> values =
          options.getParameter(param.getKey()).orElse(Arrays.asList(param.getValue()));
      if (values.isEmpty()) {
        throw new Problem(
            "param-without-value",
            listed.getUsername()
                + " has @Param "
                + param.getKey()
                + " without values, expected some in the annotation or in"
                + " <perf.params>"
                + param.getKey()
                + "=a,b</perf.params>.",
            null);
      }
      List<Map<String, String>> longer = new ArrayList<>();
      for (Map<String, String> shorter : combinations) {
        for (String value : values) {
          Map<String, String> one = new TreeMap<>(shorter);
          one.put(param.getKey(), value);
          longer.add(one);
        }
      }
      combinations = longer;
    }
    return combinations;
  }
}
