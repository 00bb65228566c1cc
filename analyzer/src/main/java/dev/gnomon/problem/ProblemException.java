package dev.gnomon.problem;

import java.util.Objects;

/**
 * Something that a user can mend. The message names the subject, what was found, what was expected
 * and the exact lines or property that mend it; the code names the page under {@code docs/errors}.
 */
public final class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String code;

  /**
   * A problem with a page of its own.
   *
   * @param code name of the page, {@code no-benchmarks}
   * @param message what is wrong and what mends it
   */
  public ProblemException(String code, String message) {
    this(code, message, null);
  }

  /** A problem with the exception that revealed it; the message must be complete without it. */
  public ProblemException(String code, String message, Throwable cause) {
    super(message, cause);
    this.code = Objects.requireNonNull(code, "code");
  }

  /** Name of the page under {@code docs/errors}, without its ending. */
  public String code() {
    return code;
  }

  /** Path of the page, as printed on the line below the message. */
  public String page() {
    return "docs/errors/" + code + ".md";
  }
}
