package dev.gnomon.archive.git;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** How a command of git ended. */
final class Ended {
  /** The status of a command that was too slow. */
  static final int TOO_SLOW = -1;

  private static final int LAST_LINES = 8;
  private static final int LONGEST_LINE = 300;

  private final int status;
  private final byte[] output;
  private final String complaints;

  Ended(int status, byte[] output, String complaints) {
    this.status = status;
    this.output = output;
    this.complaints = complaints;
  }

  boolean ok() {
    return status == 0;
  }

  /** What it printed. */
  byte[] output() {
    return output;
  }

  String text() {
    return new String(output, StandardCharsets.UTF_8).strip();
  }

  /** Its last complaints on one line, fit for a message. */
  String said() {
    if (status == TOO_SLOW) {
      return "it took too long";
    }
    List<String> lines = complaints.lines().filter(line -> !line.isBlank()).toList();
    String last =
        lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()).stream()
            .map(line -> line.replaceAll("\\p{Cntrl}", "?").strip())
            // Some versions of git print the address with the password in it.
            .map(line -> line.replaceAll("://[^/@\\s]*@", "://"))
            .map(line -> line.substring(0, Math.min(LONGEST_LINE, line.length())))
            .collect(Collectors.joining("; "));
    return last.isEmpty() ? "it said nothing and ended with status " + status : last;
  }
}
