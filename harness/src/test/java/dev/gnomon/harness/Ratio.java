package dev.gnomon.harness;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.stream.IntStream;

/**
 * By how much one kind of fork scores above another, over rounds that measured both.
 *
 * @param median of the logarithms of the rounds' ratios
 * @param half half the width of their 95 % interval, by the median absolute deviation
 */
record Ratio(double median, double half) {

  /**
   * The ratio of two kinds.
   *
   * @param upper scores by benchmark, a map each round
   * @param lower the same of what is compared with
   * @param part in the names of the benchmarks that count
   */
  static Ratio of(
      List<SortedMap<String, Double>> upper, List<SortedMap<String, Double>> lower, String part) {
    double[] logs =
        IntStream.range(0, upper.size())
            .mapToDouble(round -> meanLog(upper.get(round), lower.get(round), part))
            .sorted()
            .toArray();
    double median = (logs[(logs.length - 1) / 2] + logs[logs.length / 2]) / 2;
    double[] distances = Arrays.stream(logs).map(log -> Math.abs(log - median)).sorted().toArray();
    double spread = 1.4826 * distances[distances.length / 2] * 1.2533;
    return new Ratio(median, 1.96 * spread / Math.sqrt(logs.length));
  }

  private static double meanLog(
      SortedMap<String, Double> upper, SortedMap<String, Double> lower, String part) {
    return upper.entrySet().stream()
        .filter(score -> score.getKey().contains(part))
        .mapToDouble(score -> Math.log(score.getValue() / lower.get(score.getKey())))
        .average()
        .orElseThrow();
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%+.2f %% (95 %% interval %+.2f … %+.2f)",
        100 * Math.expm1(median),
        100 * Math.expm1(median - half),
        100 * Math.expm1(median + half));
  }
}
