package dev.gnomon.environment;

import java.util.Objects;
import java.util.Optional;

/**
 * One fact on which two environments differ.
 *
 * @param name name of the fact
 * @param baseline its value on the baseline's side; empty where it is not known there
 * @param candidate its value on the candidate's side; empty where it is not known there
 */
public record Difference(String name, Optional<String> baseline, Optional<String> candidate) {
  public Difference {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(baseline, "baseline");
    Objects.requireNonNull(candidate, "candidate");
  }

  boolean differs() {
    return !baseline.equals(candidate);
  }

  boolean knownOnBothSides() {
    return baseline.isPresent() && candidate.isPresent();
  }

  /** For people: {@code jvm.major was 17, is 25}; {@code label was not set, is ci}. */
  public String sentence() {
    return name + " was " + baseline.orElse("not set") + ", is " + candidate.orElse("not set");
  }
}
