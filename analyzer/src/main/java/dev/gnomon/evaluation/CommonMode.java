package dev.gnomon.evaluation;

import dev.gnomon.compare.Change;
import dev.gnomon.gate.Judgement;
import dev.gnomon.model.Metric;
import dev.gnomon.stats.Caveat;
import dev.gnomon.stats.Sample;
import dev.gnomon.unit.Figures;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Notices when most benchmarks moved alike: then the machine moved, not the code. */
final class CommonMode {
  private static final int FEWEST_BENCHMARKS = 5;
  private static final double SMALLEST_SHIFT = 0.01;
  private static final double MOST = 0.8;

  private CommonMode() {}

  static Optional<Caveat> of(List<Judgement> judgements) {
    double[] shifts =
        judgements.stream()
            .filter(j -> j.metric().equals(Metric.TIME))
            .flatMap(j -> j.change().stream())
            .mapToDouble(Change::logRatio)
            .toArray();
    if (shifts.length < FEWEST_BENCHMARKS) {
      return Optional.empty();
    }
    Sample sample = Sample.of(shifts);
    double middle = sample.median();
    double spread = sample.quantile(0.75) - sample.quantile(0.25);
    long alike = Arrays.stream(shifts).filter(shift -> shift * middle > 0).count();
    boolean common =
        Math.abs(middle) > SMALLEST_SHIFT
            && alike >= MOST * shifts.length
            && spread < Math.abs(middle);
    return common ? Optional.of(caveat(middle, alike, shifts.length)) : Optional.empty();
  }

  private static Caveat caveat(double middle, long alike, int all) {
    return new Caveat(
        "common-mode",
        "%d of %d benchmarks moved alike, by %s in the middle: that looks like a %s machine rather than code. Only what lies well beyond it is likely to be a change of its own."
            .formatted(
                alike, all, Figures.change(Math.expm1(middle)), middle > 0 ? "slower" : "faster"));
  }
}
