package dev.gnomon.measure;

/** What alternates between the two sides of a pair. */
public enum Interleave {
  /**
   * Both forks are alive and take turns, an iteration each: what the machine does for longer than
   * an iteration meets both.
   */
  ITERATIONS,
  /**
   * One fork runs after the other: for benchmarks that do not bear another instance beside them.
   */
  FORKS
}
