package dev.gnomon.archive;

import dev.gnomon.model.Run;
import java.util.List;

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
   * The document at an address.
   *
   * @throws dev.gnomon.problem.ProblemException {@code archive-file-damaged} if it is not what its
   *     name says
   */
  StoredRun stored(RunAddress address);

  /**
   * Stores documents; each is whole and durable when this returns. One that is there already stays
   * as it is.
   */
  void put(List<StoredRun> runs);

  /** Removes runs; those that are not there are passed over. */
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

  @Override
  default RunAddress add(Run run) {
    StoredRun stored = StoredRun.of(run);
    put(List.of(stored));
    return stored.address();
  }

  @Override
  default Run read(RunAddress address) {
    return stored(address).run(place());
  }
}
