package dev.gnomon.evaluation;

import dev.gnomon.model.ProfileRef;
import dev.gnomon.model.Run;
import dev.gnomon.profile.Profile;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * A run and its profiles.
 *
 * @param run what was measured
 * @param profiles gives the profile that a fork left, weighed in ns; empty where it cannot be read
 */
public record ProfiledRun(Run run, Function<ProfileRef, Optional<Profile>> profiles) {
  public ProfiledRun {
    Objects.requireNonNull(run, "run");
    Objects.requireNonNull(profiles, "profiles");
  }
}
