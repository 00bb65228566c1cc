package dev.gnomon.jmh;

import java.util.Map;

/**
 * A unit of JMH's scores: operations per time of all threads together, or time per operation of one
 * thread.
 *
 * @param throughput whether it counts operations per time
 * @param nanos length of its time unit in ns
 */
record ScoreUnit(boolean throughput, double nanos) {
  private static final Map<String, Double> NANOS =
      Map.ofEntries(
          Map.entry("ns", 1d),
          Map.entry("us", 1e3),
          Map.entry("ms", 1e6),
          Map.entry("s", 1e9),
          Map.entry("m", 6e10),
          Map.entry("min", 6e10),
          Map.entry("h", 3.6e12),
          Map.entry("hr", 3.6e12),
          Map.entry("day", 8.64e13));

  /**
   * Reads a unit such as {@code ops/s} or {@code us/op}.
   *
   * @throws IllegalArgumentException if it is neither kind
   */
  static ScoreUnit of(String text) {
    String[] parts = text.split("/", -1);
    if (parts.length == 2) {
      boolean throughput = parts[0].equals("ops");
      Double nanos = NANOS.get(throughput ? parts[1] : parts[0]);
      if (nanos != null && (throughput || parts[1].equals("op"))) {
        return new ScoreUnit(throughput, nanos);
      }
    }
    throw new IllegalArgumentException(
        "unknown score unit \"" + text + "\", expected one such as ops/s or us/op");
  }

  /** A score in ns per operation and thread; infinite for a throughput of zero. */
  double nsPerOp(double score, int threads) {
    return throughput ? threads * nanos / score : score * nanos;
  }
}
