package dev.gnomon.maven.goal;

import dev.gnomon.evaluation.ProfiledRun;
import dev.gnomon.model.Run;
import dev.gnomon.profile.RunProfiles;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * A run whose profiles can be drawn.
 *
 * @param label which run, in a few words
 * @param run the run and its profiles
 */
public record FlameSource(String label, ProfiledRun run) {

  static FlameSource of(Run run, RunProfiles profiles) {
    return new FlameSource(label(run), new ProfiledRun(run, ref -> profiles.named(ref.file())));
  }

  static FlameSource of(Run run, ForkProfiles profiles) {
    return new FlameSource(label(run), new ProfiledRun(run, profiles::read));
  }

  private static String label(Run run) {
    LocalDate day = LocalDate.ofInstant(run.startedAt(), ZoneOffset.UTC);
    return run.revision().label() + " of " + day;
  }
}
