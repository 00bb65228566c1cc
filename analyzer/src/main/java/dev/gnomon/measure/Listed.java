package dev.gnomon.measure;

import dev.gnomon.model.BenchmarkId;
import java.util.Objects;

/**
 * One benchmark that a suite offers.
 *
 * @param entry its number in the suite, from 0
 * @param id its identity
 * @param annotated how its author asked for it to be measured
 * @param fixed what the user's own JMH options fix of that
 * @param bytecodeHash hash of its class, empty where unknown
 */
public record Listed(
    int entry, BenchmarkId id, Iterations annotated, Fixed fixed, String bytecodeHash) {

  /**
   * What JMH's options on the command line decide, so that no plan may.
   *
   * @param warmup whether they fix the warm-up
   * @param measurement whether they fix the measurement
   */
  public record Fixed(boolean warmup, boolean measurement) {}

  public Listed {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(annotated, "annotated");
    Objects.requireNonNull(fixed, "fixed");
    Objects.requireNonNull(bytecodeHash, "bytecodeHash");
  }
}
