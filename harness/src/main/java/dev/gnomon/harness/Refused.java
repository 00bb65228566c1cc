package dev.gnomon.harness;

/** An engine that cannot be had here, with a reason that a status can tell. */
final class Refused extends Exception {
  private static final long serialVersionUID = 1L;

  /**
   * A refusal.
   *
   * @param attempt what was tried: {@code cpu}
   * @param reason a few words
   */
  Refused(String attempt, String reason) {
    this(attempt, reason, null);
  }

  /**
   * A refusal that something threw.
   *
   * @param attempt what was tried: {@code cpu}
   * @param reason a few words
   * @param cause what was thrown
   */
  Refused(String attempt, String reason, Throwable cause) {
    super(attempt + ": " + OneLine.reason(reason), cause);
  }
}
