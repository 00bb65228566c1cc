package dev.gnomon.harness;

import java.nio.file.Path;

/** One way to take samples in this JVM; started at most once. */
interface Engine {
  /** What is tried, by the name in which it is refused: {@code cpu}. */
  String attempt();

  /** What takes the samples, as a profile tells it: {@code perf_events}; asked after the start. */
  String name();

  /** The interval that it was started with: ns, or bytes of allocation; asked after the start. */
  long interval();

  /**
   * Begins to sample.
   *
   * @throws Exception anything that keeps it from doing so; errors can come as well
   */
  void start() throws Exception;

  /** Ends sampling and writes the collapsed stacks. */
  Taken stop(Path output) throws Exception;

  /**
   * What was taken.
   *
   * @param any whether there is a stack at all
   * @param samples how many samples hit the benchmark
   */
  record Taken(boolean any, long samples) {}
}
