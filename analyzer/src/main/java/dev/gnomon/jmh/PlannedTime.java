package dev.gnomon.jmh;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lengths of iterations as JMH prints them: {@code 10 s}, {@code 100 ms}, {@code single-shot}. */
final class PlannedTime {
  private static final Pattern TIME = Pattern.compile("([0-9]{1,9}) ?([a-z]+)");

  private PlannedTime() {}

  /** Nanoseconds; 0 for single shots and for what is no time. */
  static long nanos(String text) {
    Matcher matcher = TIME.matcher(text);
    if (!matcher.matches()) {
      return 0;
    }
    long factor =
        switch (matcher.group(2)) {
          case "ns" -> 1L;
          case "us" -> 1_000L;
          case "ms" -> 1_000_000L;
          case "s" -> 1_000_000_000L;
          case "m", "min" -> 60_000_000_000L;
          case "h", "hr" -> 3_600_000_000_000L;
          default -> 0L;
        };
    return Long.parseLong(matcher.group(1)) * factor;
  }
}
