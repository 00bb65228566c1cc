package dev.gnomon.report;

import dev.gnomon.model.ProfileRef;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Where the collapsed profiles of the candidate's forks are found. */
public interface Profiles {
  /** No profiles at all. */
  Profiles NONE = ref -> Optional.empty();

  /**
   * Opens one profile.
   *
   * @return its collapsed stacks in UTF-8, closed by the caller; empty where it is not to be found
   */
  Optional<InputStream> open(ProfileRef ref) throws IOException;
}
