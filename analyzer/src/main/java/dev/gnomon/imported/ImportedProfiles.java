package dev.gnomon.imported;

import dev.gnomon.model.BenchmarkId;
import dev.gnomon.model.Fork;
import dev.gnomon.model.ForkPlan;
import dev.gnomon.model.Noise;
import dev.gnomon.model.ProfileRef;
import dev.gnomon.model.Series;
import dev.gnomon.profile.Profile;
import dev.gnomon.profile.ProfileEvent;
import dev.gnomon.profile.RunProfiles;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Profiles of one benchmark that another tool took, as a run without results: one fork for each
 * event.
 *
 * @param run the run, whose forks name the profiles
 * @param profiles by the names that the run calls them
 */
public record ImportedProfiles(ImportedRun run, RunProfiles profiles) {
  /** What sampled it is not known; no profile of this tool was taken so. */
  private static final String ENGINE = "another tool";

  private static final ForkPlan PLAN = new ForkPlan(0, 0, 1, 0, 0);

  /**
   * A run of these profiles.
   *
   * @param id the benchmark that they are of
   * @param byEvent at least one
   * @param intervalNs how often time was sampled, 0 where unknown
   */
  public static ImportedProfiles of(
      BenchmarkId id, Map<ProfileEvent, Profile> byEvent, long intervalNs) {
    List<Fork> forks = new ArrayList<>();
    Map<String, Profile> byFile = new HashMap<>();
    for (Map.Entry<ProfileEvent, Profile> entry : new TreeMap<>(byEvent).entrySet()) {
      ProfileEvent event = entry.getKey();
      String file = "imported-" + event.word() + ".collapsed";
      byFile.put(file, entry.getValue());
      long interval = event == ProfileEvent.CPU || event == ProfileEvent.WALL ? intervalNs : 0;
      forks.add(
          fork(forks.size(), new ProfileRef("ok: imported", file, event.word(), ENGINE, interval)));
    }
    Series series = new Series(id, PLAN, "", forks);
    return new ImportedProfiles(
        new ImportedRun(Format.PROFILE, Told.NOTHING, List.of(series), List.of(), List.of()),
        new RunProfiles(byFile));
  }

  private static Fork fork(int number, ProfileRef profile) {
    return new Fork(
        number,
        Instant.EPOCH,
        List.of(),
        List.of(),
        new TreeMap<>(),
        Noise.NONE,
        profile,
        Optional.empty());
  }
}
