package dev.gnomon.archive;

import dev.gnomon.model.Revision;
import java.util.Objects;
import java.util.regex.Pattern;

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
  private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{7,64}");
  private static final int DEFAULT_RUNS = 10;

  public BaselineQuery {
    Objects.requireNonNull(revision, "revision");
    if (revision.isBlank()) {
      throw new IllegalArgumentException(
          "a baseline of no revision, expected a branch name or a commit");
    }
    if (runs < 1) {
      throw new IllegalArgumentException("a baseline of " + runs + " runs, expected at least 1");
    }
  }

  /**
   * Whether a run of a revision is meant: its branch has the name, or its commit begins with it. A
   * name of seven hexadecimal digits or more may be either.
   */
  boolean matches(Revision found) {
    return found.branch().equals(revision)
        || (COMMIT.matcher(revision).matches() && found.commit().startsWith(revision));
  }

  /** The last ten clean runs of a branch, or those of a commit. */
  public static BaselineQuery of(String revision) {
    return new BaselineQuery(revision, DEFAULT_RUNS, false, false);
  }
}
