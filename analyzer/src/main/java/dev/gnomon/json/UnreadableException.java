package dev.gnomon.json;

import java.util.Locale;
import java.util.Objects;

/**
 * A document that could not be taken over. Whoever knows what the document was for turns it into a
 * problem with a page.
 */
public final class UnreadableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What is wrong with a document. */
  public enum Kind {
    /** It ends before its end. */
    TRUNCATED,
    /** Its bytes are broken: not JSON, or a gzip whose checksum is wrong. */
    DAMAGED,
    /** It is something else altogether. */
    FOREIGN,
    /** A later version of this tool wrote it. */
    FUTURE,
    /** It is well formed, and what it says cannot be. */
    INVALID,
    /** It passes a limit that no honest document comes near. */
    HOSTILE;

    /** The last part of a problem's code: {@code truncated}. */
    public String suffix() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Message of a document without a single byte. */
  public static final String EMPTY = "it is empty";

  private final Kind kind;

  UnreadableException(Kind kind, String what) {
    this(kind, what, null);
  }

  UnreadableException(Kind kind, String what, Throwable cause) {
    super(what, cause);
    this.kind = Objects.requireNonNull(kind, "kind");
  }

  /** What is wrong. */
  public Kind kind() {
    return kind;
  }
}
