package dev.gnomon.gate;

import dev.gnomon.compare.Change;
import dev.gnomon.compare.Evidence;
import dev.gnomon.compare.PairedChange;
import dev.gnomon.compare.Tolerance;
import dev.gnomon.gate.Confirmed.State;
import dev.gnomon.stats.MultipleTesting;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * Confirms flagged benchmarks on fresh pairs at fixed looks.
 *
 * <p>The build's error is shared out twice, and both ways hold whatever the dependence: over the
 * flagged benchmarks by Holm's procedure, and over the looks by spending a fixed part at each. What
 * is decided at a look stays decided; deciding again from the same pairs gives the same states.
 * Holm with looks: Ye et al., doi 10.1002/sim.5700.
 */
public final class Confirmation {

  /** Pairs at which the data are looked at. */
  private static final int[] LOOKS = {5, 10, 15, 20, 30};

  /**
   * Share of the error that each look may spend. None at the first: five pairs cannot reach a p
   * value below 1/32, so there only "unchanged" can be shown.
   */
  private static final double[] SHARES = {0, 0.20, 0.20, 0.25, 0.35};

  private Confirmation() {}

  /** The numbers of pairs at which the data are looked at, in ascending order. */
  public static int[] looks() {
    return LOOKS.clone();
  }

  /**
   * Where each flagged benchmark stands.
   *
   * @param flagged everything that was flagged, with the pairs measured so far; what is left out
   *     here must not be confirmed later at the same error
   * @param alpha error of the whole build in either direction, in (0, 1)
   * @return one entry for each flagged benchmark, in the same order
   */
  public static List<Confirmed> decide(List<Pairs> flagged, double alpha) {
    List<Confirmed> states = new ArrayList<>();
    flagged.forEach(p -> states.add(new Confirmed(p, State.CONTINUE, 0, Optional.empty())));
    for (int look = 0; look < LOOKS.length; look++) {
      look(states, look, alpha);
    }
    return List.copyOf(states);
  }

  private static void look(List<Confirmed> states, int look, double alpha) {
    int pairs = LOOKS[look];
    double share = alpha / states.size();
    for (int i = 0; i < states.size(); i++) {
      Confirmed state = states.get(i);
      if (state.state() == State.CONTINUE && state.pairs().size() >= pairs) {
        states.set(
            i, new Confirmed(state.pairs(), state.state(), pairs, change(state, pairs, share)));
      }
    }
    double[] worse = adjusted(states, pairs, State.REGRESSED, evidence -> evidence.pWorse());
    double[] better = adjusted(states, pairs, State.IMPROVED, evidence -> evidence.pBetter());
    double spent = alpha * SHARES[look];
    for (int i = 0; i < worse.length; i++) {
      states.set(i, decided(states.get(i), look, worse[i] < spent, better[i] < spent));
    }
  }

  /** Adjusted p values of one direction; what was found before no longer shares the error. */
  private static double[] adjusted(
      List<Confirmed> states, int pairs, State found, ToDoubleFunction<Evidence> p) {
    return MultipleTesting.holm(
        states.stream()
            .mapToDouble(
                state -> {
                  if (state.state() == found) {
                    return 0;
                  }
                  boolean due = state.state() == State.CONTINUE && state.looked() == pairs;
                  return due ? p.applyAsDouble(state.change().orElseThrow().evidence()) : 1;
                })
            .toArray());
  }

  private static Optional<Change> change(Confirmed state, int pairs, double share) {
    Pairs first = state.pairs().first(pairs);
    return Optional.of(
        PairedChange.between(
            first.baseline(),
            first.candidate(),
            first.metric().direction(),
            tolerance(first.rule(), share)));
  }

  private static Confirmed decided(Confirmed state, int look, boolean worse, boolean better) {
    if (state.state() != State.CONTINUE || state.looked() != LOOKS[look]) {
      return state;
    }
    Change change = state.change().orElseThrow();
    double limit =
        tolerance(state.pairs().rule(), 0.5)
            .limit(Math.min(change.baseline().center(), change.candidate().center()));
    State next = look == LOOKS.length - 1 ? State.UNDECIDED : State.CONTINUE;
    if (worse && change.logRatio() > limit) {
      next = State.REGRESSED;
    } else if (better && change.logRatio() < -limit) {
      next = State.IMPROVED;
    } else if (change.interval().within(limit)) {
      next = State.UNCHANGED;
    }
    return new Confirmed(state.pairs(), next, state.looked(), state.change());
  }

  private static Tolerance tolerance(Rule rule, double alpha) {
    return new Tolerance(rule.threshold(), rule.floor(), alpha);
  }

  /** Pairs up to the next look, or 0 where everything is decided. */
  public static int nextLook(Confirmed confirmed) {
    return confirmed.state() == State.CONTINUE
        ? Arrays.stream(LOOKS).filter(look -> look > confirmed.looked()).findFirst().orElse(0)
        : 0;
  }
}
