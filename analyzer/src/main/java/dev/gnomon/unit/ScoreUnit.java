package dev.gnomon.unit;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A unit of scores: operations per time of all threads together, or time per operation of one
 * thread.
 *
 * @param throughput whether it counts operations per time
 * @param nanos length of its time unit in ns
 */
public record ScoreUnit(boolean throughput, double nanos) {
  private static final Map<String, Double> JMH =
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

  /** Words of other tools for the times of JMH; one letter of theirs may be any unit. */
  private static final Map<String, Double> WORDS = words();

  private static Map<String, Double> words() {
    Map<String, Double> words = new HashMap<>(JMH);
    words.keySet().removeAll(List.of("m", "h"));
    words.put("\u00b5s", 1e3);
    words.put("\u03bcs", 1e3);
    words.put("nanosecond", 1d);
    words.put("microsecond", 1e3);
    words.put("millisecond", 1e6);
    words.put("second", 1e9);
    words.put("minute", 6e10);
    words.put("hour", 3.6e12);
    words.put("nsec", 1d);
    words.put("usec", 1e3);
    words.put("msec", 1e6);
    words.put("sec", 1e9);
    return Map.copyOf(words);
  }

  /**
   * Reads a unit of JMH such as {@code ops/s} or {@code us/op}.
   *
   * @throws IllegalArgumentException if it is neither kind
   */
  public static ScoreUnit of(String text) {
    String[] parts = text.split("/", -1);
    if (parts.length == 2) {
      boolean throughput = parts[0].equals("ops");
      Double nanos = JMH.get(throughput ? parts[1] : parts[0]);
      if (nanos != null && (throughput || parts[1].equals("op"))) {
        return new ScoreUnit(throughput, nanos);
      }
    }
    throw new IllegalArgumentException(
        "unknown score unit \"" + text + "\", expected one such as ops/s or us/op");
  }

  /**
   * Reads a unit of any tool: a time, a time per something or something per time ({@code ms},
   * {@code ns/iter}, {@code ops/sec}, {@code MB/s}); empty for what is none of these.
   */
  public static Optional<ScoreUnit> find(String text) {
    String[] parts = text.strip().split("/", -1);
    Optional<Double> first = time(parts[0]);
    if (parts.length == 1) {
      return first.map(nanos -> new ScoreUnit(false, nanos));
    }
    Optional<Double> second = time(parts[1]);
    if (parts.length > 2 || first.isPresent() == second.isPresent()) {
      return Optional.empty();
    }
    return first
        .map(nanos -> new ScoreUnit(false, nanos))
        .or(() -> second.map(nanos -> new ScoreUnit(true, nanos)));
  }

  private static Optional<Double> time(String word) {
    String plain = word.strip().toLowerCase(Locale.ROOT);
    return Optional.ofNullable(WORDS.get(plain))
        .or(
            () ->
                plain.length() > 3 && plain.endsWith("s")
                    ? Optional.ofNullable(WORDS.get(plain.substring(0, plain.length() - 1)))
                    : Optional.empty());
  }

  /** A score in ns per operation and thread; infinite for a throughput of zero. */
  public double nsPerOp(double score, int threads) {
    return throughput ? threads * nanos / score : score * nanos;
  }
}
