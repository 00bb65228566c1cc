package dev.gnomon.harness;

/** Looks into collapsed stacks: {@code outer;inner 12}, one stack a line. */
final class Collapsed {
  /** In the name of the method that JMH generates around a benchmark, and times. */
  private static final String STUB = "_jmhStub";

  private Collapsed() {}

  static boolean hitsBenchmark(String stack) {
    return stack.contains(STUB);
  }

  /** The sum of the stacks that hit the benchmark; other threads of a JVM are sampled as well. */
  static long samplesOfBenchmark(String collapsed) {
    return sum(collapsed, STUB);
  }

  /** The sum of the stacks with a frame whose name has this part. */
  static long sum(String collapsed, String part) {
    return collapsed
        .lines()
        .filter(line -> line.contains(part))
        .mapToLong(line -> Long.parseLong(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }
}
