package dev.gnomon.report.flame;

import dev.gnomon.profile.Profile;
import java.util.Objects;

/**
 * One profile of a page. All texts may be foreign.
 *
 * @param name what it is called: {@code baseline}, {@code candidate} or the run's label
 * @param label what was measured and when, may be empty
 * @param how how it was sampled, may be empty
 * @param profile its stacks
 * @param unit what its samples weigh: {@code ns}, {@code B}; anything else counts samples
 */
public record FlameSide(String name, String label, String how, Profile profile, String unit) {
  public FlameSide {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(label, "label");
    Objects.requireNonNull(how, "how");
    Objects.requireNonNull(profile, "profile");
    Objects.requireNonNull(unit, "unit");
  }
}
