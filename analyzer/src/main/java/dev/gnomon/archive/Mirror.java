package dev.gnomon.archive;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Copies runs from one archive into another, document by document. */
public final class Mirror {
  /** As many as are held in memory at once. */
  private static final int BATCH = 100;

  private Mirror() {}

  /**
   * Copies what {@code to} does not have. What only {@code to} has stays there.
   *
   * @return how many runs were copied
   * @throws dev.gnomon.problem.ProblemException {@code archive-file-damaged} at the first run of
   *     {@code from} that is not what its name says; those before it are copied
   */
  public static int copy(KeptArchive from, KeptArchive to) {
    Set<String> there = new HashSet<>();
    to.all().forEach(address -> there.add(address.path()));
    int copied = 0;
    List<StoredRun> batch = new ArrayList<>();
    for (RunAddress address : from.all()) {
      if (!there.contains(address.path())) {
        batch.add(from.stored(address).with(from.storedProfiles(address)));
        copied++;
      }
      if (batch.size() == BATCH) {
        to.put(batch);
        batch.clear();
      }
    }
    if (!batch.isEmpty()) {
      to.put(batch);
    }
    return copied;
  }
}
