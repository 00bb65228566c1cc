package dev.gnomon.harness;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import jdk.jfr.FlightRecorder;
import jdk.jfr.Recording;

/**
 * A recording of the JVM's own sampler. Nothing but this class and the one that reads it names
 * types of the module {@code jdk.jfr}, which not every JVM has.
 */
final class FlightRecording {
  /** By time on the CPU; of JDK 25 and newer, on Linux. */
  private static final String CPU_TIME = "jdk.CPUTimeSample";

  private static final String EXECUTION = "jdk.ExecutionSample";

  /** The JVM's sampler of execution looks no oftener. */
  private static final long FINEST_NS = 10_000_000;

  private final Recording recording = new Recording();
  private final String event;
  private final long periodNs;

  private FlightRecording(String event, long periodNs) {
    this.event = event;
    this.periodNs = periodNs;
  }

  /**
   * Starts to sample.
   *
   * @param intervalNs the interval that is wanted
   * @throws NoClassDefFoundError in a JVM without the module
   */
  static FlightRecording start(long intervalNs) {
    FlightRecording started =
        hasCpuTime()
            ? new FlightRecording(CPU_TIME, intervalNs)
            : new FlightRecording(EXECUTION, Math.max(intervalNs, FINEST_NS));
    started.begin();
    return started;
  }

  private static boolean hasCpuTime() {
    return System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux")
        && FlightRecorder.getFlightRecorder().getEventTypes().stream()
            .anyMatch(type -> type.getName().equals(CPU_TIME));
  }

  private void begin() {
    String setting = event.equals(CPU_TIME) ? "throttle" : "period";
    recording.enable(event).with(setting, periodNs + " ns").withStackTrace();
    recording.start();
  }

  /** As a profile tells it. */
  String engine() {
    return event.equals(CPU_TIME) ? "jfr-cputime" : "jfr-execution";
  }

  long periodNs() {
    return periodNs;
  }

  /** Ends sampling and leaves the recording in a file. */
  void stop(Path file) throws IOException {
    try {
      recording.stop();
      recording.dump(file);
    } finally {
      recording.close();
    }
  }

  FlightStacks read(Path file) throws IOException {
    return FlightStacks.read(file, event, periodNs);
  }
}
