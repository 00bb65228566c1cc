package dev.gnomon.measure.process;

import dev.gnomon.measure.Listed;
import dev.gnomon.measure.Profiling;
import dev.gnomon.model.ForkPlan;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * One fork to run.
 *
 * @param benchmark which benchmark
 * @param round scheduling round, −1 for a pilot
 * @param plan how it measures
 * @param flags JVM flags of this plan, before those of the user
 * @param limitIsUsers whether the user set the plan's time limit
 * @param profile the profile that it leaves, empty for none
 * @param turn how it takes turns with another fork, empty where it runs alone
 */
record ForkOrder(
    Listed benchmark,
    int round,
    ForkPlan plan,
    List<String> flags,
    boolean limitIsUsers,
    Optional<Sampled> profile,
    Optional<Turn> turn) {
  /** The round of a pilot, which never counts. */
  static final int PILOT = -1;

  /**
   * A profile to be left.
   *
   * @param file where
   * @param how what is sampled, and how often
   */
  record Sampled(Path file, Profiling how) {}

  /**
   * A fork's turn among two.
   *
   * @param file see {@link Turns}
   * @param place its own place
   */
  record Turn(Path file, int place) {}
}
