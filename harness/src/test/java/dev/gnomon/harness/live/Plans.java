package dev.gnomon.harness.live;

import dev.gnomon.compare.ForkValues;
import dev.gnomon.compare.Observed;
import dev.gnomon.measure.HostCommand;
import dev.gnomon.measure.Measured;
import dev.gnomon.measure.MeasurementRequest;
import dev.gnomon.measure.MeasurementRequest.PlanKind;
import dev.gnomon.measure.MeasurementRequest.Selection;
import dev.gnomon.measure.Profiling;
import dev.gnomon.measure.process.Measurement;
import dev.gnomon.model.Fork;
import dev.gnomon.model.Iteration;
import dev.gnomon.model.Metric;
import dev.gnomon.model.Series;
import dev.gnomon.stats.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Prints how far forks of the sample suite differ, how many iterations they warm up for, and how
 * long they take, by one plan and by others. The plans take turns, so that each meets what phases
 * the machine has; a turn of the adaptive plan begins with pilots of its own, whose time counts.
 *
 * <p>Run by {@code mvn -Pplans -DskipTests verify -pl harness -am}; {@code -Dplans.kinds} sets what
 * the adaptive plan is compared with: {@code defaults}, which are JMH's five iterations of ten
 * seconds each for warming up and for measuring, scored by JMH's mean; or {@code flags}, the same
 * plan with some of its flags taken back. {@code -Dplans.rounds} sets the number of turns, {@code
 * -Dplans.forks} the adaptive forks in each, {@code -Dplans.competitors} how many other processes
 * compete.
 */
final class Plans {
  private static final String WARM = "between|words|search|LruCacheBenchmark.get$";
  private static final List<String> DEFAULTS =
      List.of("-wi", "5", "-w", "10s", "-i", "5", "-r", "10s");

  /** Flags that take back some of the plan's. */
  private static final Map<String, List<String>> WITHOUT =
      new TreeMap<>(
          Map.of(
              "adaptive, compiling in the background",
              List.of("-XX:+BackgroundCompilation"),
              "adaptive, heap touched when used",
              List.of("-XX:-AlwaysPreTouch", "-XX:GCTimeRatio=12")));

  private Plans() {}

  public static void main(String[] args) throws IOException {
    SampleSuite suite =
        new SampleSuite(Path.of(args[0]), Files.createTempDirectory("gnomon-plans"));
    int rounds = Integer.parseInt(args[2]);
    List<Plan> plans = plans(suite, args[1], Integer.parseInt(args[3]));
    List<Process> competitors = Competitor.start(Integer.parseInt(args[4]));
    try {
      for (int round = 1; round <= rounds; round++) {
        for (Plan plan : plans) {
          plan.measure(round);
        }
        System.out.printf("%nafter %d of %d rounds%n", round, rounds);
        print(plans);
      }
    } finally {
      competitors.forEach(Process::destroyForcibly);
    }
  }

  private static List<Plan> plans(SampleSuite suite, String kinds, int forks) throws IOException {
    List<Plan> plans = new ArrayList<>();
    plans.add(new Plan("adaptive", suite.unchanged(), PlanKind.ADAPTIVE, forks));
    switch (kinds) {
      case "defaults" ->
          plans.add(new Plan("JMH's defaults", suite.unchanged(), PlanKind.ANNOTATED, 1));
      case "flags" -> {
        for (Map.Entry<String, List<String>> without : WITHOUT.entrySet()) {
          HostCommand host = suite.unchanged(without.getValue());
          plans.add(new Plan(without.getKey(), host, PlanKind.ADAPTIVE, forks));
        }
      }
      default ->
          throw new IllegalArgumentException(
              "plans.kinds is " + kinds + ", expected defaults or flags");
    }
    return plans;
  }

  /** A way to measure, and what it has measured so far. */
  private static final class Plan {
    private final String label;
    private final HostCommand host;
    private final PlanKind kind;
    private final int forks;
    private final Map<String, List<Double>> values = new LinkedHashMap<>();
    private final Map<String, NavigableSet<Integer>> warmups = new LinkedHashMap<>();
    private long tookNs;

    Plan(String label, HostCommand host, PlanKind kind, int forks) {
      this.label = label;
      this.host = host;
      this.kind = kind;
      this.forks = forks;
    }

    void measure(int round) {
      Measured measured = new Measurement(host).measure(request(round), new OnlyFailures());
      for (Series series : measured.series()) {
        String name = series.id().shortName() + series.id().params();
        values.computeIfAbsent(name, none -> new ArrayList<>()).addAll(values(series));
        warmups
            .computeIfAbsent(name, none -> new TreeSet<>())
            .add(series.plan().warmupIterations());
      }
      tookNs += measured.took().toNanos();
    }

    private MeasurementRequest request(int round) {
      return new MeasurementRequest(
          new Selection(
              List.of(WARM),
              List.of(),
              Map.of(),
              kind == PlanKind.ANNOTATED ? DEFAULTS : List.of()),
          kind,
          forks,
          round,
          Optional.empty(),
          Profiling.Mode.OFF);
    }

    private List<Double> values(Series series) {
      if (kind == PlanKind.ANNOTATED) {
        return series.goodForks().stream().map(Plan::mean).toList();
      }
      Observed observed = new Observed(series, Runtime.getRuntime().availableProcessors(), 0);
      return ForkValues.of(Metric.TIME, observed, List.of(observed)).candidate();
    }

    private static double mean(Fork fork) {
      return fork.iterations().stream().mapToDouble(Iteration::nsPerOp).average().orElseThrow();
    }

    double forkNs() {
      return (double) tookNs / values.values().stream().mapToInt(List::size).sum();
    }

    /** Between-fork standard deviation of the logarithms; NaN of a single fork. */
    double spread(String benchmark) {
      return Sample.of(values.get(benchmark)).log().standardDeviation();
    }

    /** The root of the mean variance of all benchmarks. */
    double spread() {
      return Math.sqrt(
          values.keySet().stream()
              .mapToDouble(benchmark -> Math.pow(spread(benchmark), 2))
              .average()
              .orElseThrow());
    }

    String warmups(String benchmark) {
      NavigableSet<Integer> all = warmups.get(benchmark);
      return all.first().equals(all.last()) ? "" + all.first() : all.first() + "–" + all.last();
    }
  }

  private static void print(List<Plan> plans) {
    System.out.print("spread between forks (warm-up iterations)\n\n| plan | forks | time of one");
    plans.get(0).values.keySet().forEach(name -> System.out.print(" | " + name));
    System.out.println(" | all |");
    double longest = plans.stream().mapToDouble(Plan::forkNs).max().orElseThrow();
    for (Plan plan : plans) {
      System.out.printf(
          Locale.ROOT,
          "| %s | %d | %.1f %%",
          plan.label,
          plan.values.values().iterator().next().size(),
          100 * plan.forkNs() / longest);
      plan.values
          .keySet()
          .forEach(
              name ->
                  System.out.printf(
                      Locale.ROOT, " | %.1f %% (%s)", 100 * plan.spread(name), plan.warmups(name)));
      System.out.printf(Locale.ROOT, " | %.1f %% |%n", 100 * plan.spread());
    }
  }
}
