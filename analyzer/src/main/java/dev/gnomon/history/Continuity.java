package dev.gnomon.history;

import dev.gnomon.model.ForkPlan;
import dev.gnomon.model.Metric;
import dev.gnomon.model.Series;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/**
 * What must stay the same for the values of a series to be compared over time, wherever they are
 * searched for shifts.
 *
 * @param code hash of the benchmark's own code, empty where unknown
 * @param plan how it was measured, in words
 */
public record Continuity(String code, String plan) {
  private static final String ADAPTIVE = "adaptive";

  /** The smallest time that is told from nothing, in ns/op. */
  private static final double SMALLEST_TIME = 1e-3;

  /** Less than a byte an operation is what the measurement itself allocates. */
  private static final double SMALLEST_ALLOCATION = 1;

  public Continuity {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(plan, "plan");
  }

  /** That of one benchmark of a run whose sampling was planned so. */
  public static Continuity of(Series series, String sampling) {
    return new Continuity(series.bytecodeHash(), plan(series.plan(), sampling));
  }

  /** An adaptive plan warms up until it is steady, so there the length is no difference. */
  private static String plan(ForkPlan plan, String sampling) {
    String measured = plan.iterations() + " × " + plan.iterationNs() / 1_000_000 + " ms";
    return sampling.equals(ADAPTIVE)
        ? measured
        : measured
            + " after "
            + plan.warmupIterations()
            + " × "
            + plan.warmupNs() / 1_000_000
            + " ms";
  }

  /** Why what comes next is not compared with what was before, one sentence; empty where it is. */
  public Optional<String> brokenBy(Continuity next) {
    if (!next.code.equals(code)) {
      return Optional.of(
          next.code.isEmpty() || code.isEmpty()
              ? "It is not known whether the benchmark's own code is the same as before."
              : "The benchmark's own code changed.");
    }
    return next.plan.equals(plan)
        ? Optional.empty()
        : Optional.of("It was measured " + next.plan + " from here on, before " + plan + ".");
  }

  /** Values as they are searched: all above zero, since what is compared are ratios. */
  public static double[] searched(Metric metric, double[] values) {
    double smallest = metric.equals(Metric.TIME) ? SMALLEST_TIME : SMALLEST_ALLOCATION;
    return Arrays.stream(values).map(value -> Math.max(value, smallest)).toArray();
  }
}
