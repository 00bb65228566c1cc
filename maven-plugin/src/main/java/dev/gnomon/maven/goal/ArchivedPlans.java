package dev.gnomon.maven.goal;

import dev.gnomon.archive.RunArchive;
import dev.gnomon.measure.GivenPlan;
import dev.gnomon.measure.Planner;
import dev.gnomon.model.BenchmarkId;
import dev.gnomon.model.Origin;
import java.util.HashMap;
import java.util.Map;

/**
 * The plans that a module's benchmarks were last measured by. A pilot of each run would answer a
 * little differently, and runs of different plans are not compared.
 */
public final class ArchivedPlans {
  private static final String ADAPTIVE = "adaptive";

  /** Runs that are looked through at most, as many as a baseline usually rests on. */
  private static final int RUNS = 10;

  private ArchivedPlans() {}

  /**
   * The plan by which each benchmark was last measured well, of those that were found by pilots.
   * The newest run may have measured a part of the suite alone, so several are read.
   */
  public static Map<BenchmarkId, GivenPlan> of(RunArchive archive, Origin origin) {
    Map<BenchmarkId, GivenPlan> plans = new HashMap<>();
    archive.list(origin.project(), origin.module()).stream()
        .limit(RUNS)
        .map(archive::read)
        .filter(run -> run.sampling().plan().equals(ADAPTIVE))
        .flatMap(run -> run.series().stream())
        // What failed, was not reached or had options of a user has a plan that no pilot has found.
        .filter(series -> !series.goodForks().isEmpty() && Planner.isOfPilot(series.plan()))
        .forEach(series -> plans.putIfAbsent(series.id(), GivenPlan.of(series)));
    return plans;
  }
}
