package dev.gnomon.history;

import dev.gnomon.environment.Environment;
import java.util.Objects;

/**
 * An environment in which runs of a history took place; runs of two places are never compared.
 *
 * @param fingerprint short name of its strict facts
 * @param environment its facts, as its first run had them
 * @param firstRun index of its first run
 * @param runs how many runs it has
 * @param difference in one line, the strict facts in which it differs from the place of the run
 *     before its first; empty for the first place of a history
 */
public record Place(
    String fingerprint, Environment environment, int firstRun, int runs, String difference) {
  public Place {
    Objects.requireNonNull(fingerprint, "fingerprint");
    Objects.requireNonNull(environment, "environment");
    Objects.requireNonNull(difference, "difference");
  }
}
