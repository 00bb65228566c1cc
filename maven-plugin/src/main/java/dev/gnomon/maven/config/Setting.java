package dev.gnomon.maven.config;

import dev.gnomon.problem.ProblemException;
import java.util.Optional;

/**
 * The text of one property.
 *
 * @param property its name, {@code perf.budget}
 * @param text what the user wrote; null where nothing
 */
public record Setting(String property, String text) {

  /** The text without surrounding blanks, if there is any. */
  public Optional<String> value() {
    return Optional.ofNullable(text).map(String::strip).filter(t -> !t.isEmpty());
  }

  /** The problem of a text that cannot be understood. */
  public ProblemException invalid(String expected) {
    return new ProblemException(
        "invalid-setting", "%s is \"%s\", expected %s.".formatted(property, text, expected));
  }
}
