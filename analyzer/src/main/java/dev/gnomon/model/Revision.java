package dev.gnomon.model;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What code was measured.
 *
 * @param commit full hexadecimal commit id, empty where there is no version control
 * @param branch branch name, empty where unknown (a detached head)
 * @param dirty whether uncommitted changes were in the tree
 * @param committedAt commit time
 */
public record Revision(String commit, String branch, boolean dirty, Optional<Instant> committedAt) {

  /** No version control. */
  public static final Revision UNKNOWN = new Revision("", "", false, Optional.empty());

  public Revision {
    Objects.requireNonNull(commit, "commit");
    Objects.requireNonNull(branch, "branch");
    Objects.requireNonNull(committedAt, "committedAt");
  }

  /** A short form for print: {@code main@3f2c1ab}, with {@code +} for uncommitted changes. */
  public String label() {
    String id = commit.isEmpty() ? "unknown" : commit.substring(0, Math.min(7, commit.length()));
    return (branch.isEmpty() ? id : branch + "@" + id) + (dirty ? "+" : "");
  }
}
