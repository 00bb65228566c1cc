package dev.gnomon.report.exchange;

import dev.gnomon.compare.ForkValues;
import dev.gnomon.compare.Observed;
import dev.gnomon.compare.TimeBasis;
import dev.gnomon.model.BenchmarkId;
import dev.gnomon.model.Run;
import dev.gnomon.model.Series;
import java.util.List;
import java.util.stream.Collectors;

/** One time a good fork, as the gate counts it, and names in one text. */
final class ForkFigures {
  private ForkFigures() {}

  /** Times in ns/op in the order of the good forks; forks without iterations are left out. */
  static List<Double> times(Run run, Series series) {
    TimeBasis basis = TimeBasis.of(Observed.of(series, run.environment()));
    return series.goodForks().stream()
        .filter(fork -> !fork.iterations().isEmpty())
        .map(fork -> ForkValues.time(fork, basis).orElseThrow())
        .toList();
  }

  static String params(BenchmarkId id, String separator) {
    return id.params().entrySet().stream()
        .map(param -> param.getKey() + "=" + param.getValue())
        .collect(Collectors.joining(separator));
  }
}
