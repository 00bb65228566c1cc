package dev.gnomon.history;

import java.util.Objects;

/**
 * Which runs make a history.
 *
 * @param project the reactor's root, {@code group:artifact}
 * @param module the module
 * @param branch name of the branch; runs of other branches are no part of the main series
 * @param skipDamaged whether a damaged file of the archive is passed over with a word; otherwise it
 *     is an error
 */
public record HistoryQuery(String project, String module, String branch, boolean skipDamaged) {
  public HistoryQuery {
    Objects.requireNonNull(project, "project");
    Objects.requireNonNull(module, "module");
    Objects.requireNonNull(branch, "branch");
    if (branch.isBlank()) {
      throw new IllegalArgumentException("a history of no branch, expected its name");
    }
  }
}
