package dev.gnomon.model;

import java.util.Objects;

/**
 * How a run was scheduled, enough to repeat it.
 *
 * @param plan name of the plan: {@code adaptive}, {@code annotated}, {@code imported}
 * @param forks forks asked for per benchmark
 * @param seed seed of the order of forks
 * @param complete false where the run was interrupted; one whose budget was used up is complete,
 *     and what it did not reach has fewer forks
 */
public record Sampling(String plan, int forks, long seed, boolean complete) {
  public Sampling {
    Objects.requireNonNull(plan, "plan");
  }
}
