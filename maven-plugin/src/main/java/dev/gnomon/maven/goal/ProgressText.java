package dev.gnomon.maven.goal;

import dev.gnomon.model.BenchmarkId;
import dev.gnomon.model.Metric;
import dev.gnomon.report.text.Labels;
import dev.gnomon.report.text.Visible;
import dev.gnomon.unit.Figures;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** The parts of a progress line, one fact each, no more digits than the fact deserves. */
final class ProgressText {
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
    return Visible.line(
        id.shortName() + (params.isEmpty() ? "" : " (" + params + ")"), Labels.LONGEST);
  }

  /** Mean of the fork values so far; once there are two, how far they lie to either side of it. */
  static String value(List<Double> forks) {
    double mean = forks.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
    String value = Figures.quantity(mean, Metric.TIME.unit());
    if (forks.size() < 2 || !(mean > 0)) {
      return value;
    }
    double farthest = forks.stream().mapToDouble(fork -> Math.abs(fork - mean)).max().orElse(0);
    return value + " ±" + Figures.percent(farthest / mean);
  }

  /** {@code 812 → 928 ns/op, +14.3 %}: baseline, then candidate; empty where a value is lacking. */
  static String pair(List<Double> sides) {
    if (sides.size() < 2) {
      return "";
    }
    double baseline = sides.get(0);
    double candidate = sides.get(1);
    return Figures.pair(baseline, candidate, Metric.TIME.unit())
        + ", "
        + Figures.change(candidate / baseline - 1);
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
