package dev.gnomon.compare;

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
}
