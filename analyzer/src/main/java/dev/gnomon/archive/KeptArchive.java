package dev.gnomon.archive;

import dev.gnomon.model.Run;
import dev.gnomon.profile.RunProfiles;
import java.util.List;
import java.util.Optional;

/**
 * An archive that can be looked after as a whole: verified, copied into another one, thinned. The
 * unit is the stored document, byte for byte, so that copies of newer versions' runs stay what they
 * are.
 */
public interface KeptArchive extends RunArchive, AutoCloseable {

  /** What messages call it: the directory, {@code git:BRANCH}, the database without a password. */
  String place();

  /** Addresses of all runs of all projects, newest first. */
  List<RunAddress> all();

  /**
   * The document at an address, without that of its profiles.
   *
   * @throws dev.gnomon.problem.ProblemException {@code archive-file-damaged} if it is not what its
   *     name says
   */
  StoredRun stored(RunAddress address);

  /**
   * Stores documents, with the profiles that they bring along; each is whole and durable when this
   * returns. One that is there already stays as it is, with or without profiles.
   */
  void put(List<StoredRun> runs);

  /** Removes runs and their profiles; those that are not there are passed over. */
  void remove(List<RunAddress> addresses);

  /** Gives back what was opened to read it: a process, a connection. It can still be used. */
  @Override
  default void close() {
    // A directory keeps nothing open.
  }

  /**
   * Gives back the room that no run needs, as far as that is this archive's to give.
   *
   * @return one sentence: what was done, or why there is nothing to do
   */
  String compact();

  /** The document of a run's profiles, not looked into; empty where none was kept. */
  Optional<StoredProfiles> storedProfiles(RunAddress address);

  @Override
  default RunProfiles profiles(RunAddress address) {
    return storedProfiles(address)
        .map(stored -> stored.profiles(place() + ": " + address.profilesPath()))
        .orElse(RunProfiles.NONE);
  }

  @Override
  default RunAddress add(Run run) {
    return add(run, RunProfiles.NONE);
  }

  /** Stores a run and the profiles that its forks left. */
  default RunAddress add(Run run, RunProfiles profiles) {
    StoredRun stored = StoredRun.of(run, profiles);
    put(List.of(stored));
    return stored.address();
  }

  @Override
  default Run read(RunAddress address) {
    return stored(address).run(place());
  }
}
