package dev.gnomon.measure;

import dev.gnomon.compare.UnsteadyForks;
import dev.gnomon.model.Fork;
import dev.gnomon.model.ForkPlan;
import java.util.List;
import java.util.Optional;

/**
 * Decides from the first forks of a benchmark whether the pilot's answer was too short. All forks
 * of a series share one plan: whoever takes the longer one discards every fork that was measured
 * under the shorter, and measures again.
 *
 * @param planner tells what the user leaves to be decided
 */
public record WarmupExtension(Planner planner) {

  /** Longest warm-up that an extension may reach, in iterations. */
  public static final int LONGEST = 2 * WarmupRule.MOST;

  /** How often a warm-up is extended: each time costs all forks so far. */
  public static final int MOST_TIMES = 2;

  /** Good forks before which nothing is decided. */
  public static final int FIRST_LOOK = 3;

  /** Good forks after which the forks are worth more than what a longer warm-up might mend. */
  public static final int LAST_LOOK = 5;

  private static final int FACTOR = 2;

  /**
   * Where a benchmark stands.
   *
   * @param plan the plan of its forks
   * @param given whether that plan was given, as a baseline's is: then it is never changed
   * @param extensions how often it has been extended already
   * @param forks its forks under this plan in the order they ran, failed ones included
   */
  public record Stage(ForkPlan plan, boolean given, int extensions, List<Fork> forks) {
    public Stage {
      forks = List.copyOf(forks);
    }
  }

  /**
   * The plan with which to begin again, discarding the forks so far; empty where these stand. To be
   * asked after every fork.
   */
  public Optional<ForkPlan> after(Listed benchmark, Stage stage) {
    int warmups = stage.plan().warmupIterations();
    boolean open =
        planner.needsPilot(benchmark)
            && !stage.given()
            && stage.extensions() < MOST_TIMES
            && warmups > 0
            && warmups < LONGEST;
    UnsteadyForks seen = UnsteadyForks.of(stage.forks());
    boolean time = seen.forks() >= FIRST_LOOK && seen.forks() <= LAST_LOOK;
    return open && time && seen.tooMany()
        ? Optional.of(planner.extended(stage.plan(), Math.min(LONGEST, FACTOR * warmups)))
        : Optional.empty();
  }
}
