package dev.gnomon.doctor;

import java.util.Objects;
import java.util.Optional;

/**
 * One thing that was looked at.
 *
 * @param check what was looked at
 * @param severity how bad it is
 * @param found what was seen, with its figures; may quote text from outside
 * @param meaning what it means for measuring, and what Gnomon does meanwhile
 * @param remedy what would mend it; empty where nothing needs mending or nothing can
 */
public record Finding(
    Check check, Severity severity, String found, String meaning, Optional<Remedy> remedy) {
  public Finding {
    Objects.requireNonNull(check, "check");
    Objects.requireNonNull(severity, "severity");
    Objects.requireNonNull(found, "found");
    Objects.requireNonNull(meaning, "meaning");
    Objects.requireNonNull(remedy, "remedy");
  }

  static Finding ok(Check check, String found, String meaning) {
    return new Finding(check, Severity.OK, found, meaning, Optional.empty());
  }

  static Finding info(Check check, String found, String meaning) {
    return new Finding(check, Severity.INFO, found, meaning, Optional.empty());
  }

  static Finding warning(Check check, String found, String meaning) {
    return new Finding(check, Severity.WARNING, found, meaning, Optional.empty());
  }

  static Finding problem(Check check, String found, String meaning) {
    return new Finding(check, Severity.PROBLEM, found, meaning, Optional.empty());
  }

  Finding mendedBy(Remedy mending) {
    return new Finding(check, severity, found, meaning, Optional.of(mending));
  }
}
