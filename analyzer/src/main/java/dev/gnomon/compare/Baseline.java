package dev.gnomon.compare;

import dev.gnomon.model.Run;
import java.util.List;
import java.util.Objects;

/**
 * The runs that a candidate is compared with.
 *
 * @param runs comparable runs, newest first; empty where there is none
 * @param choice one sentence: how they were chosen, or why there are none
 */
public record Baseline(List<Run> runs, String choice) {
  public Baseline {
    runs = List.copyOf(runs);
    Objects.requireNonNull(choice, "choice");
  }
}
