package dev.gnomon.maven.goal;

import dev.gnomon.archive.RunArchive;
import dev.gnomon.archive.StoredRun;
import dev.gnomon.model.ProfileRef;
import dev.gnomon.model.Run;
import dev.gnomon.problem.ProblemException;
import dev.gnomon.profile.RunProfiles;
import dev.gnomon.report.Profiles;
import java.io.InputStream;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The profiles that an archive keeps beside its runs, each run's read once. Damaged ones are told
 * and left out: they are no reason to fail.
 */
public final class ArchivedProfiles implements Profiles {
  private final RunArchive archive;
  private final Consumer<String> warn;
  private final IdentityHashMap<Run, RunProfiles> read = new IdentityHashMap<>();

  /** The profiles of runs that were read from this archive. */
  public ArchivedProfiles(RunArchive archive, Consumer<String> warn) {
    this.archive = archive;
    this.warn = warn;
  }

  /** Those of one run; none where none were kept. */
  public RunProfiles of(Run run) {
    return read.computeIfAbsent(run, this::stored);
  }

  @Override
  public Profiles in(Run run) {
    return Profiles.of(of(run));
  }

  /** Runs call their profiles by the same names, so a name alone says nothing. */
  @Override
  public Optional<InputStream> open(ProfileRef ref) {
    return Optional.empty();
  }

  private RunProfiles stored(Run run) {
    try {
      return archive.profiles(StoredRun.of(run).address());
    } catch (ProblemException e) {
      warn.accept(e.getMessage());
      return RunProfiles.NONE;
    }
  }
}
