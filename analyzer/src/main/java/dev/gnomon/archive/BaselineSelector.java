package dev.gnomon.archive;

import dev.gnomon.compare.Baseline;
import dev.gnomon.model.Run;

/** Chooses from an archive the runs that a candidate is compared with. */
public final class BaselineSelector {
  private BaselineSelector() {}

  /**
   * Chooses comparable runs of a branch or commit, never the candidate itself.
   *
   * @return the runs, newest first, and how they were chosen; without any, why there are none:
   *     which facts differ, with both values, where runs exist but may not be compared
   */
  public static Baseline select(RunArchive archive, Run candidate, BaselineQuery query) {
    return new Baseline(
        java.util.List.of(),
        "not there yet: " + archive + query.revision() + candidate.startedAt());
  }

  /**
   * Takes one given run, for instance of a file, if it may be compared.
   *
   * @param name what the choice calls it
   */
  public static Baseline given(Run baseline, Run candidate, String name) {
    return new Baseline(
        java.util.List.of(),
        "not there yet: " + name + baseline.startedAt() + candidate.startedAt());
  }
}
