package dev.gnomon.doctor;

import dev.gnomon.doctor.Ruler.Jvm;
import dev.gnomon.doctor.Ruler.Slice;
import dev.gnomon.doctor.Ruler.Trial;
import dev.gnomon.doctor.Ruler.Window;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads what the probe JVM printed. Its logs stand in between, a crash may have cut it anywhere,
 * and whatever is no line of the ruler's is passed over: no text makes this fail.
 */
public final class RulerOutput {
  private static final String MARK = "@gnomon-ruler\t";

  /** Many times what the ruler prints; whatever prints more is not the ruler. */
  private static final int MOST_LINES = 2_000;

  private static final long UNKNOWN = -1;

  private final List<Slice> slices = new ArrayList<>();
  private final List<String> skipped = new ArrayList<>();
  private final List<Trial> trials = new ArrayList<>();
  private Optional<Jvm> jvm = Optional.empty();
  private Optional<String> accounts = Optional.empty();
  private Optional<Window> window = Optional.empty();
  private Optional<String> library = Optional.empty();
  private Optional<String> trying = Optional.empty();
  private boolean complete;

  private RulerOutput() {}

  /** What a text tells; {@link Ruler#NONE} where that is nothing. */
  public static Ruler parse(String text) {
    RulerOutput output = new RulerOutput();
    text.lines().filter(line -> line.startsWith(MARK)).limit(MOST_LINES).forEach(output::line);
    return new Ruler(
        output.jvm,
        output.accounts,
        output.slices,
        output.skipped,
        output.window,
        output.library,
        output.trials,
        output.trying,
        output.complete);
  }

  private void line(String line) {
    String[] parts = line.substring(MARK.length()).split("\t", -1);
    Map<String, String> fields = new HashMap<>();
    for (String part : parts) {
      int equals = part.indexOf('=');
      if (equals > 0) {
        fields.put(part.substring(0, equals), part.substring(equals + 1));
      }
    }
    // A line that was cut off lacks its last field, or has half a number in it.
    take(parts[0], fields);
  }

  private void take(String kind, Map<String, String> fields) {
    switch (kind) {
      case "jvm" -> jvm = Optional.of(jvm(fields));
      case "slice" -> slice(fields);
      case "skipped" -> skipped.add(text(fields, "loop") + ": " + text(fields, "reason"));
      case "accounts" -> accounts = Optional.of(text(fields, "source"));
      case "window" -> window = window(fields);
      case "trying" -> trying = Optional.of(text(fields, "event"));
      case "library" -> {
        library = Optional.of(status(fields));
        trying = Optional.empty();
      }
      case "event" -> event(fields);
      case "end" -> complete = true;
      default -> {
        // Of a later version of the harness, or no line of the ruler's at all.
      }
    }
  }

  private static Jvm jvm(Map<String, String> fields) {
    return new Jvm(
        text(fields, "version"),
        (int) Math.min(Integer.MAX_VALUE, Math.max(0, number(fields, "major"))),
        text(fields, "vendor"),
        text(fields, "vm"),
        text(fields, "build"),
        text(fields, "info"));
  }

  private void slice(Map<String, String> fields) {
    long wall = number(fields, "wall");
    if (wall > 0 && !text(fields, "loop").isEmpty()) {
      long delay = number(fields, "delay");
      slices.add(
          new Slice(
              text(fields, "loop"),
              wall,
              number(fields, "onCpu"),
              // More than all of it can't have been waited for.
              Math.min(delay, wall - 1)));
    }
  }

  private static Optional<Window> window(Map<String, String> fields) {
    long wall = number(fields, "window");
    return wall <= 0
        ? Optional.empty()
        : Optional.of(
            new Window(
                wall,
                number(fields, "busy"),
                number(fields, "own"),
                number(fields, "steal"),
                number(fields, "cpuPressure"),
                number(fields, "memoryPressure"),
                number(fields, "throttled")));
  }

  private void event(Map<String, String> fields) {
    trying = Optional.empty();
    if (!text(fields, "event").isEmpty()) {
      trials.add(
          new Trial(
              text(fields, "event"),
              status(fields),
              number(fields, "interval"),
              Math.max(0, number(fields, "samples")),
              number(fields, "spent")));
    }
  }

  private static String status(Map<String, String> fields) {
    String status = text(fields, "status");
    String reason = text(fields, "reason");
    return status.equals("ok") ? status : reason.isEmpty() ? "no reason was told" : reason;
  }

  private static String text(Map<String, String> fields, String name) {
    return fields.getOrDefault(name, "");
  }

  private static long number(Map<String, String> fields, String name) {
    try {
      return Math.max(UNKNOWN, Long.parseLong(text(fields, name)));
    } catch (NumberFormatException e) {
      return UNKNOWN;
    }
  }
}
