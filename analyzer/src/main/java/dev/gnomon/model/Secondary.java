package dev.gnomon.model;

import java.util.Objects;

/**
 * A secondary result of one fork, as JMH or one of its profilers reports it.
 *
 * @param value its value; NaN and infinities are kept as JMH gave them
 * @param unit JMH's unit, for instance {@code B/op}
 */
public record Secondary(double value, String unit) {
  public Secondary {
    Objects.requireNonNull(unit, "unit");
  }
}
