package dev.gnomon.compare;

import dev.gnomon.model.Iteration;
import dev.gnomon.stats.HodgesLehmann;
import dev.gnomon.stats.Sample;
import java.util.Arrays;
import java.util.List;

/**
 * Whether a fork had warmed up when it was measured, from its measurement iterations.
 *
 * <p>A fork drifts where a trend is there and matters: the Mann–Kendall test (doi 10.2307/1907187)
 * finds one at .02, and the second half lies beyond {@link #SMALLEST_DRIFT} from the first by the
 * Hodges–Lehmann shift of the logs. Both see order and middle alone, so a single spike moves
 * neither, and neither depends on the unit.
 *
 * @param state what was found
 * @param drift log of the second half's cost by the first half's; 0 with too few iterations
 */
public record Steadiness(State state, double drift) {

  /** What can be told of a fork. */
  public enum State {
    /** Nothing speaks against it. */
    STEADY,
    /** It got faster while it was measured: the usual sign of a short warm-up. */
    GETTING_FASTER,
    /** It got slower while it was measured. */
    GETTING_SLOWER,
    /** The JIT compilers worked through most of the measurement. */
    COMPILING;

    /** Whether the fork's value is in doubt. */
    public boolean unsteady() {
      return this != STEADY;
    }
  }

  /** A drift below this is left alone, on the log scale; the gate's usual limit. */
  public static final double SMALLEST_DRIFT = Math.log1p(0.03);

  /** Fewer iterations cannot show a trend at the level of the test, and count as steady. */
  public static final int FEWEST = 5;

  /** Two-sided .02: five iterations pass it when each is below the one before, and only then. */
  private static final double CRITICAL = 2.326;

  /** Compile time by wall time; measured forks stay near 0.05, fresh ones begin beyond 0.4. */
  private static final double BUSY_SHARE = 0.25;

  /**
   * Looks at the measurement iterations of one fork.
   *
   * @param iterations in order; those without a cost above zero are left out
   */
  public static Steadiness of(List<Iteration> iterations) {
    double[] logs =
        iterations.stream()
            .mapToDouble(Steadiness::cost)
            .filter(cost -> cost > 0 && Double.isFinite(cost))
            .map(Math::log)
            .toArray();
    if (logs.length < FEWEST) {
      return new Steadiness(State.STEADY, 0);
    }
    double drift = drift(logs);
    if (compiling(iterations)) {
      return new Steadiness(State.COMPILING, drift);
    }
    double trend = trend(logs);
    boolean drifts = Math.abs(trend) > CRITICAL && Math.abs(drift) > SMALLEST_DRIFT;
    if (!drifts || trend * drift < 0) {
      return new Steadiness(State.STEADY, drift);
    }
    return new Steadiness(drift < 0 ? State.GETTING_FASTER : State.GETTING_SLOWER, drift);
  }

  /**
   * Cost of an operation in ns: on-CPU time where it is known, because the neighbours' load is not
   * warm-up, else the score.
   */
  public static double cost(Iteration iteration) {
    boolean known = iteration.workers().onCpuMeasured() && iteration.ops() > 0;
    return known ? iteration.workers().onCpuNs() / iteration.ops() : iteration.nsPerOp();
  }

  /** Of an odd number of iterations the middle one belongs to neither half. */
  private static double drift(double[] logs) {
    int half = logs.length / 2;
    return HodgesLehmann.shift(
        Sample.of(Arrays.copyOfRange(logs, logs.length - half, logs.length)),
        Sample.of(Arrays.copyOf(logs, half)));
  }

  /** Kendall's S by its standard deviation where nothing changes; 0 where all are equal. */
  private static double trend(double[] values) {
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      for (int j = i + 1; j < values.length; j++) {
        sum += Math.signum(values[j] - values[i]);
      }
    }
    double variance = spread(values.length);
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int ties = 1;
    for (int i = 1; i <= sorted.length; i++) {
      if (i < sorted.length && sorted[i] == sorted[i - 1]) {
        ties++;
      } else {
        variance -= spread(ties);
        ties = 1;
      }
    }
    return variance > 0 ? sum / Math.sqrt(variance) : 0;
  }

  private static double spread(int n) {
    return n * (n - 1.0) * (2.0 * n + 5) / 18;
  }

  /** A few long compilations late in a fork are normal; most iterations have to be busy. */
  private static boolean compiling(List<Iteration> iterations) {
    long busy = iterations.stream().filter(Steadiness::busy).count();
    return 2 * busy > iterations.size();
  }

  private static boolean busy(Iteration iteration) {
    long window = iteration.workers().windowNs();
    return window > 0 && iteration.background().jitNs() > BUSY_SHARE * window;
  }
}
