package dev.gnomon.compare;

import dev.gnomon.environment.Environment;
import dev.gnomon.model.Series;
import java.util.Objects;

/**
 * One benchmark of one run, with what the run's place says about it.
 *
 * @param series the benchmark's forks
 * @param cpus CPUs that its processes may use; infinite where unknown
 * @param runSpread smallest standard deviation between this run and the candidate that the place
 *     allows to be assumed, on the log scale; 0 for the candidate itself
 */
public record Observed(Series series, double cpus, double runSpread) {
  public Observed {
    Objects.requireNonNull(series, "series");
    if (!(cpus > 0) || !(runSpread >= 0)) {
      throw new IllegalArgumentException(
          "%s CPUs and a spread of %s, expected more than 0 and at least 0"
              .formatted(cpus, runSpread));
    }
  }

  /** One benchmark of a run by itself, measured in a place. */
  public static Observed of(Series series, Environment where) {
    return new Observed(series, cpus(where), 0);
  }

  static double cpus(Environment environment) {
    try {
      double cpus = environment.value("cpu.usable").map(Double::parseDouble).orElse(0.0);
      return cpus > 0 ? cpus : Double.POSITIVE_INFINITY;
    } catch (NumberFormatException e) {
      // A foreign run may say anything; an unknown number limits nothing.
      return Double.POSITIVE_INFINITY;
    }
  }
}
