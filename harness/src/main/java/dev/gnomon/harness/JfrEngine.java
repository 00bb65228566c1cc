package dev.gnomon.harness;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The JVM's own sampler, for where async-profiler cannot be had. */
final class JfrEngine implements Engine {
  private static final String ATTEMPT = "jfr";

  private final long asked;
  private FlightRecording recording;

  /**
   * An engine that is not started.
   *
   * @param asked interval in ns
   */
  JfrEngine(long asked) {
    this.asked = asked;
  }

  @Override
  public String attempt() {
    return ATTEMPT;
  }

  @Override
  public String name() {
    return recording.engine();
  }

  @Override
  public long interval() {
    return recording.periodNs();
  }

  @Override
  public void start() throws Refused {
    try {
      recording = FlightRecording.start(asked);
    } catch (NoClassDefFoundError e) {
      throw new Refused(ATTEMPT, "this JVM has no module jdk.jfr", e);
    }
  }

  @Override
  public Taken stop(Path output) throws IOException {
    Path file = output.resolveSibling(output.getFileName() + ".jfr");
    try {
      recording.stop(file);
      FlightStacks stacks = recording.read(file);
      Files.writeString(output, stacks.collapsed(), StandardCharsets.UTF_8);
      return new Taken(!stacks.isEmpty(), stacks.samplesOfBenchmark());
    } finally {
      Files.deleteIfExists(file);
    }
  }
}
