package dev.gnomon.harness;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says in one sentence why a fork failed, from what JMH and the fork left behind. */
final class FailureReason {
  private static final Pattern EXIT = Pattern.compile("exit code (-?\\d+)");

  /** What JMH prints when a fork's JVM ends on its own accord. */
  private static final String LEFT = "VM prematurely exited";

  private FailureReason() {}

  static Frame of(Exception thrown, List<String> lines) {
    Throwable cause = root(thrown);
    String text = String.valueOf(cause.getMessage());
    Matcher exit = EXIT.matcher(text);
    String output = String.join("\n", lines);
    if (cause instanceof OutOfMemoryError || output.contains("java.lang.OutOfMemoryError")) {
      return frame(
          "OUT_OF_MEMORY",
          "the fork ran out of memory: " + firstLine(outOfMemory(cause, lines)),
          lines);
    }
    if (text.contains(LEFT) || output.contains(LEFT)) {
      return exited(output, lines);
    }
    if (exit.find()) {
      return ofExit(Integer.parseInt(exit.group(1)), output, lines);
    }
    return frame("THREW", "the benchmark threw " + firstLine(cause.toString()), lines);
  }

  static Frame incomplete(int measured, long expected, List<String> lines) {
    String output = String.join("\n", lines);
    if (output.contains(LEFT)) {
      return exited(output, lines);
    }
    return frame(
        "NO_RESULT",
        "the fork ended after " + measured + " of " + expected + " measurement iterations",
        lines);
  }

  static Frame unscored(String what, List<String> lines) {
    return frame("NO_RESULT", what + ", which is no time", lines);
  }

  static Frame unlinked(LinkageError error) {
    return frame("NO_RESULT", "JMH can't be driven: " + error, List.of());
  }

  private static Frame exited(String output, List<String> lines) {
    Matcher exit = EXIT.matcher(output);
    String code = exit.find() ? exit.group(1) : "0";
    return frame("EXITED", "the benchmark ended its JVM with exit code " + code, lines);
  }

  private static Frame ofExit(int code, String output, List<String> lines) {
    if (code > 128) {
      return frame("CRASHED", "the fork was ended by signal " + (code - 128), lines);
    }
    if (output.contains("Could not create the Java Virtual Machine")
        || output.contains("Unrecognized")) {
      return frame("CRASHED", "the fork's JVM refused to start: " + firstLine(output), lines);
    }
    return frame("EXITED", "the fork's JVM ended with exit code " + code, lines);
  }

  private static String outOfMemory(Throwable cause, List<String> lines) {
    return lines.stream()
        .filter(line -> line.contains("java.lang.OutOfMemoryError"))
        .findFirst()
        .orElse(cause.toString());
  }

  private static Throwable root(Throwable thrown) {
    Throwable at = thrown;
    for (int depth = 0; depth < 20; depth++) {
      Throwable next = at.getCause();
      if (next == null && at.getSuppressed().length > 0) {
        // JMH's BenchmarkException hides what it wraps among the suppressed.
        next = at.getSuppressed()[0];
      }
      boolean wraps = next != null && at.getClass().getName().startsWith("org.openjdk.jmh.");
      if (!wraps) {
        return at;
      }
      at = next;
    }
    return at;
  }

  private static String firstLine(String text) {
    return text.lines().findFirst().orElse("");
  }

  private static Frame frame(String kind, String reason, List<String> lines) {
    List<String> own = lines.stream().filter(line -> !isOfJmh(line)).toList();
    return new Frame("failed").with("kind", kind).with("reason", reason).withAll("line.", own);
  }

  /** JMH frames what a fork printed with lines of its own. */
  private static boolean isOfJmh(String line) {
    return line.startsWith("<stdout")
        || line.startsWith("</stdout")
        || line.startsWith("<stderr")
        || line.startsWith("</stderr")
        || line.startsWith("<forked VM")
        || line.equals("<failure>")
        || line.startsWith("Benchmark had encountered error");
  }
}
