package dev.gnomon.maven.it;

import dev.gnomon.archive.directory.DirectoryArchive;
import dev.gnomon.archive.directory.RunFile;
import dev.gnomon.environment.Environment;
import dev.gnomon.environment.Fact;
import dev.gnomon.model.BenchmarkId;
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
import dev.gnomon.model.Series;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Runs with known values, so that what the gate says of them is known as well. */
final class StoredRuns {
  static final Instant FIRST = Instant.parse("2026-11-20T12:00:00Z");
  private static final ForkPlan PLAN =
      new ForkPlan(1, 100_000_000, 3, 100_000_000, 60_000_000_000L);

  /** Fork values one percent apart, in ns/op. */
  static final double[] STEADY = {99.5, 100, 100.5, 99.8, 100.2};

  private final ItProject project;
  private final String origin;

  /** Runs of the single module of a project, whose reactor is itself. */
  StoredRuns(ItProject project, String group, String module) {
    this.project = project;
    this.origin = group + ":" + module;
  }

  static Series series(String benchmark, double factor, double... values) {
    List<Fork> forks = new ArrayList<>();
    for (double value : values) {
      List<Iteration> iterations =
          List.of(
              Iteration.ofScore(value * factor),
              Iteration.ofScore(value * factor),
              Iteration.ofScore(value * factor));
      forks.add(
          new Fork(
              forks.size(),
              FIRST,
              List.of(),
              iterations,
              new TreeMap<>(),
              Noise.NONE,
              ProfileRef.OFF,
              Optional.empty()));
    }
    return new Series(
        BenchmarkId.of(benchmark, Map.of(), Mode.AVERAGE_TIME, 1), PLAN, "hash", forks);
  }

  Run run(int day, String machine, Series... series) {
    return new Run(
        new Origin(origin, origin.substring(origin.indexOf(':') + 1), Origin.MEASURED, "test"),
        new Revision("0123456789abcdef%024d".formatted(day), "main", false, Optional.of(FIRST)),
        FIRST.plus(Duration.ofDays(day)),
        Duration.ofMinutes(2),
        new Environment(List.of(Fact.strict("cpu.model", machine), Fact.soft("machine.host", "h"))),
        new Sampling("annotated", 5, 42, true),
        List.of(series),
        List.of());
  }

  /** Puts three steady runs of these benchmarks into the project's archive. */
  StoredRuns archived(String machine, String... benchmarks) {
    DirectoryArchive archive = new DirectoryArchive(project.path(".perf/archive"));
    for (int day = 0; day < 3; day++) {
      List<Series> all = new ArrayList<>();
      for (String benchmark : benchmarks) {
        all.add(series(benchmark, 1 + day / 1000.0, STEADY));
      }
      archive.add(run(day, machine, all.toArray(Series[]::new)));
    }
    return this;
  }

  /** Puts one more run into the project's archive. */
  StoredRuns recorded(int day, String machine, Series... series) {
    new DirectoryArchive(project.path(".perf/archive")).add(run(day, machine, series));
    return this;
  }

  /** Writes the run under judgement, measured after those of the archive. */
  StoredRuns candidate(String machine, Series... series) {
    RunFile.write(project.path("candidate.json"), run(9, machine, series));
    return this;
  }
}
