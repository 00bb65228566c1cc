package dev.gnomon.gate;

import dev.gnomon.compare.Change;
import java.util.Objects;
import java.util.Optional;

/**
 * Where the confirmation of one flagged benchmark stands.
 *
 * @param pairs what was measured
 * @param state what follows
 * @param looked pairs at the look that decided, or at the last one; 0 before the first
 * @param change the estimate from these pairs; empty before the first look
 */
public record Confirmed(Pairs pairs, State state, int looked, Optional<Change> change) {

  /** What a look can end in. */
  public enum State {
    /** Worse beyond the limit, at the build's error. */
    REGRESSED,
    /** Better beyond the limit, at an error of its own. */
    IMPROVED,
    /** Shown to lie within the limit. */
    UNCHANGED,
    /** All looks are used up and nothing was shown. */
    UNDECIDED,
    /** More pairs are wanted. */
    CONTINUE
  }

  public Confirmed {
    Objects.requireNonNull(pairs, "pairs");
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(change, "change");
  }
}
