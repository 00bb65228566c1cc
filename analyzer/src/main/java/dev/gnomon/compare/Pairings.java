package dev.gnomon.compare;

import dev.gnomon.model.BenchmarkId;
import dev.gnomon.model.ForkPlan;
import dev.gnomon.model.Run;
import dev.gnomon.model.Sampling;
import dev.gnomon.model.Series;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Pairs the benchmarks of a candidate with those of its baseline by identity. A series ends where
 * the benchmark's own code or its plan changed: runs from there on are left out.
 */
public final class Pairings {
  private Pairings() {}

  /** One pairing for each benchmark that either side has, sorted by identity. */
  public static List<Pairing> of(Run candidate, Baseline baseline) {
    Map<BenchmarkId, Series> now = byId(candidate);
    List<Map<BenchmarkId, Series>> before = baseline.runs().stream().map(Pairings::byId).toList();
    TreeSet<BenchmarkId> ids = new TreeSet<>(now.keySet());
    before.forEach(run -> ids.addAll(run.keySet()));
    Pairer pairer = new Pairer(candidate, baseline.runs());
    return ids.stream()
        .map(id -> pairer.pair(id, now.get(id), before.stream().map(r -> r.get(id)).toList()))
        .toList();
  }

  private static Map<BenchmarkId, Series> byId(Run run) {
    Map<BenchmarkId, Series> series = new HashMap<>();
    run.series().forEach(s -> series.put(s.id(), s));
    return series;
  }

  /** What is the same for all benchmarks is looked up once. */
  private static final class Pairer {
    private final Run candidate;
    private final List<Run> runs;
    private final double cpus;
    private final double[] runCpus;
    private final double[] runSpreads;

    Pairer(Run candidate, List<Run> runs) {
      this.candidate = candidate;
      this.runs = runs;
      this.cpus = Observed.cpus(candidate.environment());
      this.runCpus = runs.stream().mapToDouble(run -> Observed.cpus(run.environment())).toArray();
      this.runSpreads =
          runs.stream()
              .map(run -> Proximity.of(candidate.environment(), run.environment()))
              .mapToDouble(Proximity::runSpread)
              .toArray();
    }

    /** {@code before} has null where a run lacks the benchmark. */
    Pairing pair(BenchmarkId id, Series now, List<Series> before) {
      List<Observed> comparable = new ArrayList<>();
      Optional<String> obstacle = Optional.empty();
      boolean known = false;
      for (int i = 0; i < runs.size(); i++) {
        Series then = before.get(i);
        if (then == null || obstacle.isPresent()) {
          continue;
        }
        known = true;
        obstacle = now == null ? Optional.empty() : obstacle(now, then, runs.get(i));
        if (obstacle.isEmpty()) {
          comparable.add(new Observed(then, runCpus[i], runSpreads[i]));
        }
      }
      return new Pairing(
          id,
          Optional.ofNullable(now).map(series -> new Observed(series, cpus, 0)),
          comparable,
          known,
          comparable.isEmpty() ? obstacle : Optional.empty());
    }

    private Optional<String> obstacle(Series now, Series then, Run run) {
      if (candidate.interleaved() && run.interleaved()) {
        // One session measured both by one plan; where the benchmark itself differs, it is said.
        return Optional.empty();
      }
      Sampling sampling = run.sampling();
      if (now.bytecodeHash().isEmpty() != then.bytecodeHash().isEmpty()) {
        return Optional.of("on one side it is not known which code the benchmark itself had");
      }
      if (!now.bytecodeHash().equals(then.bytecodeHash())) {
        return Optional.of(
            "the benchmark's own code changed, so a new series starts here and the next run will be compared with this one");
      }
      if (!sampling.plan().equals(candidate.sampling().plan())) {
        return Optional.of(
            "the baseline was measured by plan %s, this run by plan %s"
                .formatted(sampling.plan(), candidate.sampling().plan()));
      }
      return samePlan(now.plan(), then.plan(), sampling.plan().equals("adaptive"))
          ? Optional.empty()
          : Optional.of(
              "the baseline measured %s, this run %s"
                  .formatted(words(then.plan()), words(now.plan())));
    }

    /** An adaptive plan warms up until it is steady, so there the length is no difference. */
    private static boolean samePlan(ForkPlan now, ForkPlan then, boolean adaptive) {
      return now.iterations() == then.iterations()
          && now.iterationNs() == then.iterationNs()
          && (adaptive
              || (now.warmupIterations() == then.warmupIterations()
                  && now.warmupNs() == then.warmupNs()));
    }

    private static String words(ForkPlan plan) {
      return "%d × %d ms after a warm-up of %d × %d ms"
          .formatted(
              plan.iterations(),
              plan.iterationNs() / 1_000_000,
              plan.warmupIterations(),
              plan.warmupNs() / 1_000_000);
    }
  }
}
