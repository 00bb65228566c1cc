package dev.gnomon.report;

import java.util.Objects;

/**
 * Where the profiles of both sides are found.
 *
 * @param candidate those of the run under judgement
 * @param baseline those of the runs it was compared with
 */
public record SideProfiles(Profiles candidate, Profiles baseline) {
  public SideProfiles {
    Objects.requireNonNull(candidate, "candidate");
    Objects.requireNonNull(baseline, "baseline");
  }

  /** The candidate's alone. */
  public static SideProfiles of(Profiles candidate) {
    return new SideProfiles(candidate, Profiles.NONE);
  }
}
