package dev.gnomon.harness;

/** Something that a user can mend; told to Maven's JVM with the code of its page. */
final class Problem extends Exception {
  private static final long serialVersionUID = 1L;

  final String code;

  Problem(String code, String message, Throwable cause) {
    super(message, cause);
    this.code = code;
  }
}
