package dev.gnomon.bisect;

import dev.gnomon.compare.ForkValues;
import dev.gnomon.compare.Observed;
import dev.gnomon.measure.PairWishes.Wish;
import dev.gnomon.measure.PairedMeasured;
import dev.gnomon.model.Metric;
import dev.gnomon.model.Series;
import java.util.ArrayList;
import java.util.List;

/**
 * How the time of one benchmark compares between two sides that were measured in pairs of forks.
 *
 * @param measured one benchmark at most
 * @param cpus CPUs that its forks may use, at least 1
 */
public record PairRatios(PairedMeasured measured, int cpus) {

  /**
   * The logarithm of candidate / baseline of each pair that has a value on both sides, in their
   * order; empty where a side has none.
   */
  public List<Double> logarithms() {
    List<Series> baseline = measured.baseline().series();
    List<Series> candidate = measured.candidate().series();
    if (baseline.isEmpty() || candidate.isEmpty()) {
      return List.of();
    }
    ForkValues values =
        ForkValues.paired(Metric.TIME, observed(candidate.get(0)), observed(baseline.get(0)));
    List<Double> before = values.pooledBaseline();
    List<Double> logarithms = new ArrayList<>();
    for (int pair = 0; pair < before.size(); pair++) {
      logarithms.add(Math.log(values.candidate().get(pair) / before.get(pair)));
    }
    return logarithms;
  }

  /**
   * What is missing until so many pairs were tried; empty where none is.
   *
   * @param pairs how many there should be, failed ones counted
   */
  public List<Wish> until(int pairs) {
    return measured.candidate().series().stream()
        .filter(series -> series.forks().size() < pairs)
        .map(series -> new Wish(series.id(), pairs - series.forks().size()))
        .toList();
  }

  private Observed observed(Series series) {
    return new Observed(series, cpus, 0);
  }
}
