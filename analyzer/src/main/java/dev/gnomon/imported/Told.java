package dev.gnomon.imported;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What a file says of the code and the time that its results are of; what it does not say is empty.
 *
 * @param commit commit id, 7 to 64 hexadecimal digits in lower case
 * @param branch branch name
 * @param dirty whether uncommitted changes were in the tree
 * @param committedAt commit time
 * @param measuredAt when it was measured, in the years 1970 to 9999
 */
public record Told(
    Optional<String> commit,
    Optional<String> branch,
    boolean dirty,
    Optional<Instant> committedAt,
    Optional<Instant> measuredAt) {
  /** A file that holds results and nothing else. */
  public static final Told NOTHING =
      new Told(Optional.empty(), Optional.empty(), false, Optional.empty(), Optional.empty());

  public Told {
    Objects.requireNonNull(commit, "commit");
    Objects.requireNonNull(branch, "branch");
    Objects.requireNonNull(committedAt, "committedAt");
    Objects.requireNonNull(measuredAt, "measuredAt");
  }
}
