package dev.gnomon.maven.goal;

import dev.gnomon.archive.RunAddress;
import dev.gnomon.archive.RunArchive;
import dev.gnomon.model.BenchmarkId;
import dev.gnomon.model.ForkPlan;
import dev.gnomon.model.Origin;
import dev.gnomon.model.Run;
import dev.gnomon.model.Series;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The plans that a module's benchmarks were last measured by. A pilot of each run would answer a
 * little differently, and runs of different plans are not compared.
 */
public final class ArchivedPlans {
  private static final String ADAPTIVE = "adaptive";

  private ArchivedPlans() {}

  /** Plans of the newest archived run, where they were found by pilots; else none. */
  public static Map<BenchmarkId, ForkPlan> of(RunArchive archive, Origin origin) {
    List<RunAddress> addresses = archive.list(origin.project(), origin.module());
    if (addresses.isEmpty()) {
      return Map.of();
    }
    Run newest = archive.read(addresses.get(0));
    Map<BenchmarkId, ForkPlan> plans = new HashMap<>();
    if (newest.sampling().plan().equals(ADAPTIVE)) {
      for (Series series : newest.series()) {
        plans.put(series.id(), series.plan());
      }
    }
    return plans;
  }
}
