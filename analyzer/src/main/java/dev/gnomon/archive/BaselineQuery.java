package dev.gnomon.archive;

import java.util.Objects;

/**
 * Which runs a candidate is to be compared with.
 *
 * @param revision a branch name, or the first digits of a commit; {@code perf.baseline}
 * @param runs how many runs at most, newest first; at least 1
 * @param dirtyToo whether runs of uncommitted changes count
 * @param skipDamaged whether a damaged file of the archive is passed over with a word in the
 *     choice; otherwise it is an error
 */
public record BaselineQuery(String revision, int runs, boolean dirtyToo, boolean skipDamaged) {
  private static final int DEFAULT_RUNS = 10;

  public BaselineQuery {
    Objects.requireNonNull(revision, "revision");
    if (runs < 1) {
      throw new IllegalArgumentException("a baseline of " + runs + " runs, expected at least 1");
    }
  }

  /** The last ten clean runs of a branch, or those of a commit. */
  public static BaselineQuery of(String revision) {
    return new BaselineQuery(revision, DEFAULT_RUNS, false, false);
  }
}
