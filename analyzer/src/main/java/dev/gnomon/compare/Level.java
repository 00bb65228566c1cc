package dev.gnomon.compare;

import dev.gnomon.model.BenchmarkId;
import dev.gnomon.model.Metric;
import dev.gnomon.model.Run;
import dev.gnomon.stats.Caveat;
import dev.gnomon.stats.ConfidenceInterval;
import dev.gnomon.stats.Estimate;
import dev.gnomon.stats.Sample;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How long one benchmark took in one run that is compared with nothing.
 *
 * @param values the time of each good fork in ns/op, in the order they ran; at least one
 * @param center e to the mean of the logs of the values
 * @param interval interval of {@code log(true center / center)}; infinite below two forks
 * @param caveats doubts about how the values were made
 */
public record Level(
    List<Double> values, double center, ConfidenceInterval interval, List<Caveat> caveats) {
  private static final double CONFIDENCE = 0.95;

  public Level {
    values = List.copyOf(values);
    caveats = List.copyOf(caveats);
  }

  /** The level of each benchmark of a run; one without a measured time has none. */
  public static Map<BenchmarkId, Level> of(Run run) {
    Map<BenchmarkId, Level> levels = new TreeMap<>();
    for (Pairing pairing : Pairings.of(run, new Baseline(List.of(), ""))) {
      pairing.candidate().flatMap(Level::of).ifPresent(level -> levels.put(pairing.id(), level));
    }
    return levels;
  }

  private static Optional<Level> of(Observed observed) {
    ForkValues forks = ForkValues.of(Metric.TIME, observed, List.of());
    if (forks.candidate().isEmpty()) {
      return Optional.empty();
    }
    Sample logs =
        Sample.of(forks.candidate()).map(v -> Math.log(Math.max(v, Changes.SMALLEST_VALUE)));
    return Optional.of(
        new Level(
            forks.candidate(),
            Math.exp(logs.mean()),
            error(logs).interval(CONFIDENCE),
            forks.caveats()));
  }

  private static Estimate error(Sample logs) {
    return logs.size() < 2
        ? Estimate.ofUnknownError(0)
        : new Estimate(0, Math.sqrt(logs.variance() / logs.size()), logs.size() - 1.0);
  }
}
