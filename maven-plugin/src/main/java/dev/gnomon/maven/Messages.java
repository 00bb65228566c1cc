package dev.gnomon.maven;

/** The form of a message that ends a goal: what is wrong, then the page that says more. */
final class Messages {
  private Messages() {}

  static String withPage(String message, String page) {
    return message + System.lineSeparator() + page;
  }
}
