package dev.gnomon.compare;

import dev.gnomon.model.Run;
import java.util.List;
import java.util.Objects;

/**
 * The runs that a candidate is compared with.
 *
 * @param runs comparable runs, newest first; empty where there is none
 * @param choice one sentence: how they were chosen, or why there are none
 * @param asked what the candidate was asked to measure; what lies outside is not missing from it
 */
public record Baseline(List<Run> runs, String choice, Asked asked) {
  public Baseline {
    runs = List.copyOf(runs);
    Objects.requireNonNull(choice, "choice");
    Objects.requireNonNull(asked, "asked");
  }

  /** A baseline of a candidate that measured everything there is. */
  public Baseline(List<Run> runs, String choice) {
    this(runs, choice, Asked.ALL);
  }

  /** The same runs for a candidate that was asked for less. */
  public Baseline forAsked(Asked less) {
    return new Baseline(runs, choice, less);
  }
}
