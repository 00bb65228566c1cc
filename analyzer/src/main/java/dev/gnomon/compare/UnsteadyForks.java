package dev.gnomon.compare;

import dev.gnomon.compare.Steadiness.State;
import dev.gnomon.model.Fork;
import java.util.List;

/**
 * How many forks of one side were still warming up when they were measured.
 *
 * @param unsteady forks that drifted the same way, or compiled; of both ways the commoner, because
 *     what warms up drifts one way and a restless machine both ways
 * @param forks forks that measured something
 */
public record UnsteadyForks(int unsteady, int forks) {

  private static final int FEWEST = 2;

  /** Counts the forks that succeeded. */
  public static UnsteadyForks of(List<Fork> forks) {
    List<State> states =
        forks.stream()
            .filter(fork -> fork.succeeded() && !fork.iterations().isEmpty())
            .map(fork -> Steadiness.of(fork.iterations()).state())
            .toList();
    return ofStates(states);
  }

  /** Counts forks of which the state is known. */
  public static UnsteadyForks ofStates(List<State> states) {
    int faster = count(states, State.GETTING_FASTER);
    int slower = count(states, State.GETTING_SLOWER);
    return new UnsteadyForks(
        count(states, State.COMPILING) + Math.max(faster, slower), states.size());
  }

  /** Whether it is more than a third of the forks, and at least two. */
  public boolean tooMany() {
    return unsteady >= FEWEST && 3 * unsteady > forks;
  }

  private static int count(List<State> states, State state) {
    return (int) states.stream().filter(s -> s == state).count();
  }
}
