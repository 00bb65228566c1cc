package dev.gnomon.stats;

import java.util.Objects;

/**
 * A doubt that rides on a result; every output shows it.
 *
 * @param code stable short name for tests and filters, {@code few-forks}
 * @param text one sentence for people
 */
public record Caveat(String code, String text) {
  public Caveat {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(text, "text");
  }
}
