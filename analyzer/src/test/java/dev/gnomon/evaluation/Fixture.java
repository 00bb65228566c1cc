package dev.gnomon.evaluation;

import dev.gnomon.environment.Environment;
import dev.gnomon.environment.Fact;
import dev.gnomon.gate.GatePolicy;
import dev.gnomon.gate.Judgement.Effect;
import dev.gnomon.gate.Rule;
import dev.gnomon.model.BenchmarkId;
import dev.gnomon.model.Failure;
import dev.gnomon.model.Fork;
import dev.gnomon.model.ForkPlan;
import dev.gnomon.model.Iteration;
import dev.gnomon.model.Mode;
import dev.gnomon.model.Noise;
import dev.gnomon.model.Origin;
import dev.gnomon.model.ProfileRef;
import dev.gnomon.model.Revision;
import dev.gnomon.model.Run;
import dev.gnomon.model.Sampling;
import dev.gnomon.model.Secondary;
import dev.gnomon.model.Series;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Runs and policies for tests. */
final class Fixture {
  static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
  static final ForkPlan PLAN = new ForkPlan(10, 100_000_000, 30, 100_000_000, 60_000_000_000L);

  private Fixture() {}

  static BenchmarkId id(String benchmark) {
    return BenchmarkId.of(benchmark, Map.of(), Mode.AVERAGE_TIME, 1);
  }

  static Fork fork(double nsPerOp, Map<String, Secondary> secondary) {
    List<Iteration> iterations = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      iterations.add(Iteration.ofScore(nsPerOp));
    }
    return new Fork(
        0,
        NOON,
        List.of(),
        iterations,
        new TreeMap<>(secondary),
        Noise.NONE,
        ProfileRef.OFF,
        Optional.empty());
  }

  static Fork failedFork(Failure failure) {
    return new Fork(
        0,
        NOON,
        List.of(),
        List.of(),
        new TreeMap<>(),
        Noise.NONE,
        ProfileRef.OFF,
        Optional.of(failure));
  }

  static Fork emptyFork() {
    return new Fork(
        0,
        NOON,
        List.of(),
        List.of(),
        new TreeMap<>(),
        Noise.NONE,
        ProfileRef.OFF,
        Optional.empty());
  }

  /** The same fork as that of a pair. */
  static Fork interleaved(Fork fork, int pair) {
    return new Fork(
        pair,
        fork.startedAt(),
        fork.warmup(),
        fork.iterations(),
        fork.secondary(),
        fork.noise(),
        fork.profile(),
        fork.failure());
  }

  /** The same run as a side of an interleaved measurement. */
  static Run interleaved(Run run) {
    return new Run(
        new Origin("g:root", "module", Origin.INTERLEAVED, "0.1.0"),
        run.revision(),
        run.startedAt(),
        run.took(),
        run.environment(),
        run.sampling(),
        run.series(),
        run.notes());
  }

  static Series series(String benchmark, double... values) {
    return series(
        id(benchmark), Arrays.stream(values).mapToObj(v -> fork(v, Map.of())).toList(), "hash");
  }

  static Series allocating(String benchmark, double nsPerOp, double... bytes) {
    return series(
        id(benchmark),
        Arrays.stream(bytes)
            .mapToObj(b -> fork(nsPerOp, Map.of("gc.alloc.rate.norm", new Secondary(b, "B/op"))))
            .toList(),
        "hash");
  }

  static Series series(BenchmarkId id, List<Fork> forks, String hash) {
    return new Series(id, PLAN, hash, forks);
  }

  static Run run(Series... series) {
    return run(true, series);
  }

  static Run run(boolean complete, Series... series) {
    return new Run(
        new Origin("g:root", "module", Origin.MEASURED, "0.1.0"),
        new Revision("0123456789abcdef", "main", false, Optional.of(NOON)),
        NOON,
        Duration.ofMinutes(3),
        new Environment(List.of(Fact.soft("machine.boot", "b1"), Fact.soft("machine.host", "h1"))),
        new Sampling("annotated", 5, 42, complete),
        List.of(series),
        List.of());
  }

  static GatePolicy policy() {
    return policy(Rule.defaults(0.03, Effect.FAILS, Effect.WARNS));
  }

  static GatePolicy policy(List<Rule> rules) {
    return new GatePolicy(rules, 0.05, Effect.FAILS, Effect.FAILS);
  }

  static double[] times(double factor, double... values) {
    return Arrays.stream(values).map(v -> v * factor).toArray();
  }
}
