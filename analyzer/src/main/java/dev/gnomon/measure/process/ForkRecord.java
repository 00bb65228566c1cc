package dev.gnomon.measure.process;

import dev.gnomon.model.Background;
import dev.gnomon.model.Iteration;
import dev.gnomon.model.Noise;
import dev.gnomon.model.ProfileRef;
import dev.gnomon.model.WorkerTime;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;

/** What has arrived of one fork so far. */
final class ForkRecord {
  private static final long X = WorkerTime.UNKNOWN;
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}]+");
  private static final int MOST_TEXT = 300;

  private final Optional<Path> profile;
  private final List<Iteration> warmup = new ArrayList<>();
  private final List<Iteration> measured = new ArrayList<>();
  private Noise noise = new Noise(0, 0, 0, 0, 0, 0, 0, 0, 0);

  ForkRecord(Optional<Path> profile) {
    this.profile = profile;
  }

  List<Iteration> warmup() {
    return warmup;
  }

  List<Iteration> measured() {
    return measured;
  }

  Noise noise() {
    return measured.isEmpty() ? Noise.NONE : noise;
  }

  void add(Frame frame) throws HostLostException {
    try {
      Iteration iteration = iteration(frame);
      if (Boolean.parseBoolean(frame.text("warmup"))) {
        warmup.add(iteration);
      } else {
        measured.add(iteration);
        noise = plus(noise, frame, measured.size());
      }
    } catch (IOException | IllegalArgumentException e) {
      throw new HostLostException("the host sent an iteration that can't be", e);
    }
  }

  private static Iteration iteration(Frame frame) throws IOException {
    WorkerTime workers =
        new WorkerTime(
            (int) frame.number("workers", 0),
            frame.number("window", X),
            frame.number("onCpu", X),
            frame.number("delay", X));
    Background background =
        new Background(
            frame.number("busy", X),
            frame.number("other", X),
            frame.number("jit", X),
            frame.number("jitDelay", X),
            frame.number("gc", X),
            frame.number("steal", X),
            frame.number("cpuPressure", X));
    double ops = frame.decimal("ops");
    return new Iteration(
        frame.decimal("nsPerOp"), Double.isNaN(ops) ? 0 : ops, workers, background);
  }

  private static Noise plus(Noise sum, Frame frame, int iterations) throws IOException {
    long own = plus(Math.max(0, frame.number("onCpu", X)), frame.number("other", X));
    long busy = frame.number("busy", X);
    long others = busy == X || own == X ? X : Math.max(0, busy - own);
    return new Noise(
        plus(sum.windowNs(), frame.number("window", X)),
        plus(sum.stealNs(), frame.number("steal", X)),
        plus(sum.cpuPressureNs(), frame.number("cpuPressure", X)),
        plus(sum.memoryPressureNs(), frame.number("memoryPressure", X)),
        plus(sum.throttledNs(), frame.number("throttled", X)),
        plus(sum.otherBusyNs(), others),
        plus(sum.involuntarySwitches(), frame.number("switches", X)),
        plus(sum.thermalThrottles(), frame.number("hot", X)),
        mean(sum.frequencyKhz(), frame.number("frequency", X), iterations));
  }

  /** The mean of so many, from that of all but the last; one unknown makes it unknown. */
  private static long mean(long others, long last, int count) {
    return others == X || last == X ? X : others + (last - others) / count;
  }

  /** One unknown makes the sum unknown. */
  private static long plus(long sum, long next) {
    return sum == X || next == X ? X : sum + next;
  }

  /**
   * The profile that the fork left, with how it was taken.
   *
   * @param event what was to be sampled, for where the fork does not tell
   */
  ProfileRef profileRef(String event) {
    if (profile.isEmpty()) {
      return ProfileRef.OFF;
    }
    Path file = profile.get();
    Path description = file.resolveSibling(file.getFileName() + ".properties");
    Properties properties = new Properties();
    try (InputStream in = Files.newInputStream(description)) {
      properties.load(in);
      Files.deleteIfExists(description);
    } catch (IOException | IllegalArgumentException e) {
      return new ProfileRef("none: the fork left no profile", "", event, "", 0);
    }
    String status = line(properties, "status", "none");
    boolean there = status.startsWith("ok") && Files.isRegularFile(file);
    return new ProfileRef(
        status,
        there ? file.getFileName().toString() : "",
        line(properties, "event", event),
        line(properties, "engine", ""),
        count(properties, "intervalNs"),
        count(properties, "samples"));
  }

  /** The fork ran the user's code, so its file may say anything, at any length. */
  private static String line(Properties properties, String name, String otherwise) {
    String text = CONTROL.matcher(properties.getProperty(name, otherwise)).replaceAll(" ");
    return text.length() <= MOST_TEXT ? text : text.substring(0, MOST_TEXT);
  }

  private static long count(Properties properties, String name) {
    try {
      return Math.max(0, Long.parseLong(properties.getProperty(name, "0")));
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
