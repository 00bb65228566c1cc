package dev.gnomon.history;

import dev.gnomon.archive.RunAddress;
import dev.gnomon.model.Revision;
import java.time.Instant;
import java.util.Objects;

/**
 * One run on the axis of a history.
 *
 * @param revision what code was measured
 * @param startedAt when measuring began
 * @param place index of its environment among the places of the history
 * @param address where it lies in the archive
 */
public record RunMark(Revision revision, Instant startedAt, int place, RunAddress address) {
  public RunMark {
    Objects.requireNonNull(revision, "revision");
    Objects.requireNonNull(startedAt, "startedAt");
    Objects.requireNonNull(address, "address");
  }
}
