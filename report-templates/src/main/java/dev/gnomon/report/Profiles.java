package dev.gnomon.report;

import dev.gnomon.model.ProfileRef;
import dev.gnomon.model.Run;
import dev.gnomon.profile.RunProfiles;
import dev.gnomon.report.exchange.CollapsedText;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Where the profiles of a side's forks are found. */
public interface Profiles {
  /** No profiles at all. */
  Profiles NONE = ref -> Optional.empty();

  /**
   * Opens one profile.
   *
   * @return its collapsed stacks in UTF-8, or its recording where the file ends in {@code .jfr};
   *     closed by the caller; empty where it is not to be found
   */
  Optional<InputStream> open(ProfileRef ref) throws IOException;

  /**
   * The profiles of one of several runs. Runs call their files by the same names, so whoever has
   * those of some runs only must say here which.
   */
  default Profiles in(Run run) {
    return this;
  }

  /** The profiles that were kept beside a run. */
  static Profiles of(RunProfiles kept) {
    return ref ->
        kept.named(ref.file())
            .map(
                profile ->
                    new ByteArrayInputStream(
                        CollapsedText.of(profile).getBytes(StandardCharsets.UTF_8)));
  }
}
