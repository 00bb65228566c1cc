package dev.gnomon.harness;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedMethod;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordingFile;

/** The samples of a recording as collapsed stacks: whoever reads profiles reads one form. */
final class FlightStacks {
  /** What parts frames and lines; a compiler other than Java's may put it into a name. */
  private static final Pattern PARTING = Pattern.compile("[\\p{Cc};]");

  /** Field of a sample by time on the CPU: what it stands for, which the JVM adapts. */
  private static final String OWN_PERIOD = "samplingPeriod";

  private final Map<String, Long> weights = new LinkedHashMap<>();
  private long samplesOfBenchmark;

  private FlightStacks() {}

  /**
   * Reads a recording.
   *
   * @param event the event whose stacks count
   * @param periodNs what a sample stands for where it does not tell
   */
  static FlightStacks read(Path file, String event, long periodNs) throws IOException {
    FlightStacks stacks = new FlightStacks();
    try (RecordingFile recorded = new RecordingFile(file)) {
      while (recorded.hasMoreEvents()) {
        RecordedEvent sample = recorded.readEvent();
        if (sample.getEventType().getName().equals(event)) {
          stacks.add(sample, periodNs);
        }
      }
    }
    return stacks;
  }

  private void add(RecordedEvent sample, long periodNs) {
    RecordedStackTrace trace = sample.getStackTrace();
    if (trace == null || trace.getFrames().isEmpty()) {
      // The JVM could not walk it.
      return;
    }
    String stack = outermostFirst(trace.getFrames());
    long weight = sample.hasField(OWN_PERIOD) ? sample.getDuration(OWN_PERIOD).toNanos() : periodNs;
    weights.merge(stack, Math.max(1, weight), Long::sum);
    if (Collapsed.hitsBenchmark(stack)) {
      samplesOfBenchmark++;
    }
  }

  private static String outermostFirst(List<RecordedFrame> innermostFirst) {
    StringBuilder stack = new StringBuilder();
    for (int i = innermostFirst.size() - 1; i >= 0; i--) {
      stack.append(name(innermostFirst.get(i))).append(i == 0 ? "" : ";");
    }
    return stack.toString();
  }

  private static String name(RecordedFrame frame) {
    RecordedMethod method = frame.getMethod();
    if (method == null) {
      return "[unknown]";
    }
    // Behind a plus sign stands the address of a hidden class.
    String type = method.getType().getName().replace('.', '/').replace('+', '/');
    return PARTING.matcher(type + "." + method.getName()).replaceAll("_");
  }

  boolean isEmpty() {
    return weights.isEmpty();
  }

  long samplesOfBenchmark() {
    return samplesOfBenchmark;
  }

  /** Lines as {@code outer;inner 12}, in ns. */
  String collapsed() {
    StringBuilder lines = new StringBuilder();
    weights.forEach((stack, ns) -> lines.append(stack).append(' ').append(ns).append('\n'));
    return lines.toString();
  }
}
