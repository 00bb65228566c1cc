package dev.gnomon.harness;

import java.util.Map;
import org.openjdk.jmh.results.Result;

/** Turns JMH's scores into nanoseconds per operation and thread. */
final class Score {
  private static final Map<String, Double> NANOS =
      Map.of(
          "ns", 1d, "us", 1e3, "ms", 1e6, "s", 1e9, "min", 6e10, "m", 6e10, "hr", 3.6e12, "h",
          3.6e12, "day", 8.64e13);

  private Score() {}

  /**
   * Normalises one score.
   *
   * @param result a primary result in {@code time/op} or {@code ops/time}
   * @param threads worker threads; throughput is the sum over them
   * @return ns per operation and thread, NaN where the unit is neither
   */
  static double nsPerOp(Result<?> result, int threads) {
    return nsPerOp(result.getScore(), result.getScoreUnit(), threads);
  }

  static double nsPerOp(double score, String unit, int threads) {
    int slash = unit.indexOf('/');
    if (slash < 0) {
      return Double.NaN;
    }
    String over = unit.substring(0, slash);
    String under = unit.substring(slash + 1);
    if (over.equals("ops")) {
      Double nanos = NANOS.get(under);
      return nanos == null ? Double.NaN : threads * nanos / score;
    }
    Double nanos = NANOS.get(over);
    return nanos == null ? Double.NaN : score * nanos;
  }
}
