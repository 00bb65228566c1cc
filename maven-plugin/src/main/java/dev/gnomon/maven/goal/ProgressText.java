package dev.gnomon.maven.goal;

import dev.gnomon.model.BenchmarkId;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The parts of a progress line, one fact each, no more digits than the fact deserves. */
final class ProgressText {
  private static final List<Map.Entry<String, Double>> UNITS =
      List.of(
          Map.entry("s/op", 1e9),
          Map.entry("ms/op", 1e6),
          Map.entry("µs/op", 1e3),
          Map.entry("ns/op", 1.0));

  private ProgressText() {}

  /** {@code [ 7/12]}. */
  static String place(int done, int planned) {
    String of = Integer.toString(planned);
    return ("[%" + of.length() + "d/%s]").formatted(done, of);
  }

  /** {@code Tokenizer.parse (size=1000)}; hostile text is shown, not obeyed. */
  static String name(BenchmarkId id) {
    String params =
        id.params().entrySet().stream()
            .map(param -> param.getKey() + "=" + param.getValue())
            .collect(Collectors.joining(", "));
    return oneLine(id.shortName() + (params.isEmpty() ? "" : " (" + params + ")"));
  }

  /** Control characters could forge log lines or drive the terminal. */
  static String oneLine(String text) {
    String shown = text.replace("\n", "\\n").replace("\r", "\\r").replace("\t", "\\t");
    return shown.replaceAll("\\p{Cntrl}", "?");
  }

  /** Median of the fork values so far, and how far they lie apart once there are two. */
  static String value(List<Double> forks) {
    List<Double> sorted = forks.stream().sorted().toList();
    double median = sorted.get(sorted.size() / 2);
    String value = scaled(median);
    if (sorted.size() < 2 || !(median > 0)) {
      return value;
    }
    double half = (sorted.get(sorted.size() - 1) - sorted.get(0)) / 2 / median;
    return value + String.format(Locale.ROOT, " ±%.1f %%", half * 100);
  }

  private static String scaled(double ns) {
    for (Map.Entry<String, Double> unit : UNITS) {
      double amount = ns / unit.getValue();
      if (amount >= 1 || unit.getValue() == 1.0) {
        int decimals = amount >= 100 ? 0 : amount >= 10 ? 1 : 2;
        return String.format(Locale.ROOT, "%." + decimals + "f %s", amount, unit.getKey());
      }
    }
    throw new AssertionError("the last unit takes everything");
  }

  /** {@code about 1 min left}. */
  static String left(Duration left) {
    return left.isZero() || left.isNegative() ? "done" : "about " + time(left) + " left";
  }

  /** {@code 45 s}, {@code 3 min}. */
  static String time(Duration duration) {
    long seconds = Math.max(1, duration.toSeconds());
    return seconds < 100 ? seconds + " s" : Math.round(seconds / 60.0) + " min";
  }
}
