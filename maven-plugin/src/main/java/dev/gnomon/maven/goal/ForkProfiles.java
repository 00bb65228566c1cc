package dev.gnomon.maven.goal;

import dev.gnomon.model.Fork;
import dev.gnomon.model.ProfileRef;
import dev.gnomon.model.Run;
import dev.gnomon.model.Series;
import dev.gnomon.profile.CollapsedReader;
import dev.gnomon.profile.Profile;
import dev.gnomon.profile.RunProfiles;
import dev.gnomon.report.DirectoryProfiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The profiles that forks left in a directory. One that cannot be read explains nothing, and is no
 * reason to fail.
 *
 * @param directory of collapsed stacks, one file a fork
 */
public record ForkProfiles(Path directory) {

  /** The profile of one fork; empty where it left none. */
  public Optional<Profile> read(ProfileRef ref) {
    try {
      Optional<InputStream> found = new DirectoryProfiles(directory).open(ref);
      if (found.isEmpty()) {
        return Optional.empty();
      }
      try (InputStream in = found.get()) {
        return Optional.of(CollapsedReader.read(in));
      }
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Those of all good forks of a run. */
  public RunProfiles of(Run run) {
    Map<String, Profile> byFile = new TreeMap<>();
    for (Series series : run.series()) {
      for (Fork fork : series.goodForks()) {
        read(fork.profile()).ifPresent(profile -> byFile.put(fork.profile().file(), profile));
      }
    }
    return new RunProfiles(byFile);
  }
}
