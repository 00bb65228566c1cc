package dev.gnomon.environment;

import java.util.Objects;

/**
 * One thing known about the place of a run.
 *
 * @param name stable dotted name, {@code cpu.model}, {@code jvm.vendor}
 * @param value its value; never anything unstable such as a current frequency
 * @param strict whether a difference forbids a comparison; a soft difference only warns
 */
public record Fact(String name, String value, boolean strict) implements Comparable<Fact> {
  public Fact {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(value, "value");
  }

  /** A fact whose difference forbids a comparison. */
  public static Fact strict(String name, String value) {
    return new Fact(name, value, true);
  }

  /** A fact whose difference only warns. */
  public static Fact soft(String name, String value) {
    return new Fact(name, value, false);
  }

  @Override
  public int compareTo(Fact other) {
    return name.compareTo(other.name);
  }
}
