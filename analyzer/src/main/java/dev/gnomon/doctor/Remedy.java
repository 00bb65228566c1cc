package dev.gnomon.doctor;

import java.util.Objects;

/**
 * What would mend a finding.
 *
 * @param kind where the text goes
 * @param text the exact command or lines
 */
public record Remedy(Kind kind, String text) {
  public Remedy {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(text, "text");
  }

  /** Where a remedy is applied. */
  public enum Kind {
    /** Run on the machine. */
    COMMAND,
    /** Given to Maven, or written into the plugin's configuration in the POM. */
    SETTING,
    /** Done by hand. */
    ADVICE
  }

  static Remedy command(String text) {
    return new Remedy(Kind.COMMAND, text);
  }

  static Remedy setting(String text) {
    return new Remedy(Kind.SETTING, text);
  }

  static Remedy advice(String text) {
    return new Remedy(Kind.ADVICE, text);
  }
}
