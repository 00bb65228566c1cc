package dev.gnomon.harness;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * One event of async-profiler.
 *
 * @param profiler shared by all events
 * @param attempt the event as async-profiler calls it
 * @param name what samples where it starts; {@link #PERF_EVENTS} is verified
 * @param interval ns, or bytes of allocation
 * @param options further options, the interval among them
 */
record AsyncEngine(
    NativeProfiler profiler, String attempt, String name, long interval, String options)
    implements Engine {
  static final String PERF_EVENTS = "perf_events";

  @Override
  public void start() throws Refused, IOException {
    profiler.start("event=" + attempt + "," + options);
    if (name.equals(PERF_EVENTS) && !PerfEvents.open()) {
      // async-profiler takes a timer instead, without a word.
      profiler.stop();
      throw new Refused(attempt, "perf_event_open is forbidden");
    }
  }

  @Override
  public Taken stop(Path output) throws Refused, IOException {
    profiler.stop();
    String stacks = profiler.totals();
    Files.writeString(output, stacks, StandardCharsets.UTF_8);
    return new Taken(!stacks.isBlank(), Collapsed.samplesOfBenchmark(profiler.samples()));
  }
}
