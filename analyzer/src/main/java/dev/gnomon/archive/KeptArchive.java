package dev.gnomon.archive;

import dev.gnomon.model.Run;
import java.util.List;

/**
 * An archive that can be looked after as a whole: verified, copied into another one, thinned. The
 * unit is the stored document, byte for byte, so that copies of newer versions' runs stay what they
 * are.
 */
public interface KeptArchive extends RunArchive {

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
