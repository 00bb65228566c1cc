package dev.gnomon.json;

import dev.gnomon.json.UnreadableException.Kind;

/** Name and version that a document gives itself: {@code gnomon-run/1}. */
final class Schema {
  private Schema() {}

  /** Refuses a document that is something else, or from a later version. */
  static void check(Object found, String expected) {
    if (expected.equals(found)) {
      return;
    }
    String name = expected.substring(0, expected.indexOf('/') + 1);
    if (found instanceof String text && text.matches(name + "[0-9]{1,9}")) {
      throw new UnreadableException(
          Kind.FUTURE, "it has schema " + Shown.quoted(text) + ", expected \"" + expected + "\"");
    }
    String what = found == null ? "it has no schema" : "it has schema " + Shown.of(found);
    throw new UnreadableException(Kind.FOREIGN, what + ", expected \"" + expected + "\"");
  }
}
