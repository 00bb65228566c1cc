package dev.gnomon.measure;

import java.util.Objects;

/**
 * What an interleaved measurement gave. Forks of the two sides that have the same round ran as a
 * pair.
 *
 * @param baseline the baseline's side, with the benchmarks that both sides have
 * @param candidate the candidate's side, with all its benchmarks
 */
public record PairedMeasured(Measured baseline, Measured candidate) {
  public PairedMeasured {
    Objects.requireNonNull(baseline, "baseline");
    Objects.requireNonNull(candidate, "candidate");
  }
}
