package dev.gnomon.report.view;

import dev.gnomon.profile.Profile;
import java.util.Objects;

/**
 * The profile of one benchmark, all its forks together.
 *
 * @param profile empty where there is none
 * @param file its copy below the page's directory, empty for none
 * @param note how it was sampled and how often, without a full stop; or a sentence on why there is
 *     none
 */
public record Profiled(Profile profile, String file, String note) {
  public Profiled {
    Objects.requireNonNull(profile, "profile");
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(note, "note");
  }
}
