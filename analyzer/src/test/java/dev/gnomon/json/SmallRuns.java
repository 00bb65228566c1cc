package dev.gnomon.json;

import dev.gnomon.environment.Environment;
import dev.gnomon.environment.Fact;
import dev.gnomon.model.Background;
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
import dev.gnomon.model.WorkerTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Runs of one benchmark that tests vary in what they are about. */
public final class SmallRuns {
  /** When {@link #one} started. */
  public static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");

  private SmallRuns() {}

  /** A run of one good fork and one that threw. */
  public static Run one() {
    return of(revision("main", "a"), NOON, new Environment(List.of()));
  }

  /** A clean revision whose commit consists of one digit. */
  public static Revision revision(String branch, String digit) {
    return new Revision(digit.repeat(40), branch, false, Optional.of(NOON));
  }

  /** A run of a revision at a time and place. */
  public static Run of(Revision revision, Instant startedAt, Environment environment) {
    return new Run(
        new Origin("dev.example:root", "core", Origin.MEASURED, "0.1.0"),
        revision,
        startedAt,
        Duration.ofSeconds(90),
        environment,
        new Sampling("adaptive", 5, 42, true),
        List.of(series(startedAt)),
        List.of());
  }

  /** An environment of strict facts, names and values in turn. */
  public static Environment strict(String... namesAndValues) {
    List<Fact> facts = new ArrayList<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      facts.add(Fact.strict(namesAndValues[i], namesAndValues[i + 1]));
    }
    return new Environment(facts);
  }

  private static Series series(Instant startedAt) {
    return new Series(
        BenchmarkId.of("a.B.c", Map.of("size", "1"), Mode.AVERAGE_TIME, 1),
        new ForkPlan(1, 100, 2, 100, 1000),
        "",
        List.of(good(startedAt), failed(startedAt)));
  }

  private static Fork good(Instant startedAt) {
    return new Fork(
        0,
        startedAt,
        List.of(Iteration.ofScore(12.5)),
        List.of(iteration(10, 100), iteration(11, 200)),
        new TreeMap<>(Map.of("gc.alloc.rate.norm", new Secondary(24, "B/op"))),
        Noise.NONE,
        ProfileRef.OFF,
        Optional.empty());
  }

  private static Iteration iteration(double nsPerOp, double ops) {
    return new Iteration(nsPerOp, ops, new WorkerTime(1, 90, 80, 5), Background.NONE);
  }

  private static Fork failed(Instant startedAt) {
    return new Fork(
        1,
        startedAt,
        List.of(),
        List.of(),
        new TreeMap<>(),
        Noise.NONE,
        ProfileRef.OFF,
        Optional.of(new Failure(Failure.Kind.THREW, "no luck", List.of("at a.B.c"))));
  }
}
