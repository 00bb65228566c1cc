package dev.gnomon.attribution;

import dev.gnomon.profile.Profile;
import java.util.Objects;

/**
 * What was sampled in one fork, and over how much work.
 *
 * @param profile stacks weighed in nanoseconds of CPU, or in allocated bytes
 * @param operations benchmark operations in the profiled iterations; finite, above 0
 */
public record ProfiledFork(Profile profile, double operations) {
  public ProfiledFork {
    Objects.requireNonNull(profile, "profile");
    if (!(operations > 0 && Double.isFinite(operations))) {
      throw new IllegalArgumentException(
          "a profile over " + operations + " operations, expected a finite number above 0");
    }
  }
}
