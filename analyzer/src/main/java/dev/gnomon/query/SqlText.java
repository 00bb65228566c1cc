package dev.gnomon.query;

/** Text as part of a statement of our own; what users give is bound, never written in. */
final class SqlText {
  private SqlText() {}

  /** A literal, quoted. */
  static String literal(String text) {
    return '\'' + text.replace("'", "''") + '\'';
  }
}
