package dev.gnomon.report.view;

import dev.gnomon.profile.Profile;
import dev.gnomon.report.chart.Weighed;
import java.util.List;
import java.util.Objects;

/**
 * The profile of one benchmark on one side, all its forks together.
 *
 * @param side which: {@code candidate} or {@code baseline}
 * @param profile empty where there is none
 * @param weighed what its samples weigh
 * @param note sentences on how it was sampled and how often, or on why there is none
 * @param downloads its copies below the page's directory, by what they are called
 */
public record Profiled(
    String side, Profile profile, Weighed weighed, String note, List<FactView> downloads) {
  public Profiled {
    Objects.requireNonNull(side, "side");
    Objects.requireNonNull(profile, "profile");
    Objects.requireNonNull(weighed, "weighed");
    Objects.requireNonNull(note, "note");
    downloads = List.copyOf(downloads);
  }

  /** A side of which there is nothing to show, and why. */
  public static Profiled none(String side, String note) {
    return new Profiled(side, Profile.EMPTY, Weighed.SAMPLES, note, List.of());
  }

  /** Whether there is anything to show or to download. */
  public boolean found() {
    return profile.total() > 0 || !downloads.isEmpty();
  }
}
