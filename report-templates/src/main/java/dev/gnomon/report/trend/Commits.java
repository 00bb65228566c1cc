package dev.gnomon.report.trend;

import java.util.List;

/** The commits of the repository at hand. */
@FunctionalInterface
public interface Commits {
  /** A repository that nothing is known of. */
  Commits NONE = (before, after) -> List.of();

  /**
   * The commits after one and up to another, newest first; empty where the repository does not know
   * both.
   *
   * @param before hexadecimal id, untrusted
   * @param after hexadecimal id, untrusted
   */
  List<Commit> between(String before, String after);
}
