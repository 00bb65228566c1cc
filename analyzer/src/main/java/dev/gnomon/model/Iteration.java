package dev.gnomon.model;

import java.util.Objects;

/**
 * One JMH iteration.
 *
 * @param nsPerOp wall time per operation and thread in ns, as JMH scored it; finite and not
 *     negative, zero where an operation is shorter than the clock sees
 * @param ops operations of all threads in the timed window; 0 where unknown
 * @param workers what the scheduler accounted to the workers
 * @param background what else went on
 */
public record Iteration(double nsPerOp, double ops, WorkerTime workers, Background background) {

  public Iteration {
    if (!Double.isFinite(nsPerOp) || nsPerOp < 0) {
      throw new IllegalArgumentException(
          "an iteration of " + nsPerOp + " ns/op, expected a finite time of at least 0");
    }
    if (!Double.isFinite(ops) || ops < 0) {
      throw new IllegalArgumentException(
          "an iteration of " + ops + " operations, expected a finite number of at least 0");
    }
    Objects.requireNonNull(workers, "workers");
    Objects.requireNonNull(background, "background");
  }

  /** An iteration of which only the score is known, as in imported results. */
  public static Iteration ofScore(double nsPerOp) {
    return new Iteration(nsPerOp, 0, WorkerTime.NONE, Background.NONE);
  }
}
