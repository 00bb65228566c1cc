package dev.gnomon.measure.process;

/** The host JVM is gone, or no longer answers. */
final class HostLostException extends Exception {
  private static final long serialVersionUID = 1L;

  HostLostException(String message, Throwable cause) {
    super(message, cause);
  }

  HostLostException(String message) {
    super(message);
  }
}
