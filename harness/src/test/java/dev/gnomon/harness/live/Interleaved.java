package dev.gnomon.harness.live;

import dev.gnomon.compare.ForkValues;
import dev.gnomon.compare.Observed;
import dev.gnomon.compare.PairedChange;
import dev.gnomon.compare.Tolerance;
import dev.gnomon.measure.Interleave;
import dev.gnomon.measure.MeasurementRequest;
import dev.gnomon.measure.MeasurementRequest.PlanKind;
import dev.gnomon.measure.MeasurementRequest.Selection;
import dev.gnomon.measure.PairWishes.Wish;
import dev.gnomon.measure.PairedMeasured;
import dev.gnomon.measure.Profiling;
import dev.gnomon.measure.process.PairedMeasurement;
import dev.gnomon.model.BenchmarkId;
import dev.gnomon.model.Fork;
import dev.gnomon.model.Iteration;
import dev.gnomon.model.Metric;
import dev.gnomon.model.Series;
import dev.gnomon.stats.MannWhitney;
import dev.gnomon.stats.Sample;
import dev.gnomon.unit.Direction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Prints how often a planted slowdown of 5 % is found while two other processes compete for the
 * machine, and how often anything else is: the sample suite and a copy of it, the two interleaved.
 * Beside it the same pairs by JMH's own score, and the same forks as if each side had been measured
 * in a run of its own.
 *
 * <p>Run by {@code mvn -Plive -DskipTests verify -pl harness -am}; {@code -Dlive.repetitions} sets
 * how often, {@code -Dlive.interleave} what alternates: {@code iterations} or {@code forks}. Every
 * iteration is written to {@code harness/target/live-iterations.csv}.
 */
final class Interleaved {
  private static final int PAIRS = 10;
  private static final int COMPETITORS = 2;
  private static final double LEVEL = 0.01;
  private static final String PLANTED = "EditDistanceBenchmark.between";
  private static final String SUITE =
      "EditDistanceBenchmark.between|TokenizerBenchmark.words|TextIndexBenchmark.search";

  private Interleaved() {}

  public static void main(String[] args) throws IOException {
    SampleSuite suite = new SampleSuite(Path.of(args[0]), Files.createTempDirectory("gnomon-live"));
    int repetitions = Integer.parseInt(args[1]);
    IterationTable table = new IterationTable(Path.of(args[2]));
    PairedMeasurement measurement =
        new PairedMeasurement(
            suite.unchanged(),
            suite.planted(),
            Interleave.valueOf(args[3].toUpperCase(Locale.ROOT)));
    List<PairedMeasured> measured = new ArrayList<>();
    List<Process> competitors = Competitor.start(COMPETITORS);
    try {
      for (int i = 0; i < repetitions; i++) {
        PairedMeasured sides =
            measurement.measure(request(i), Interleaved::wanted, new OnlyFailures());
        measured.add(sides);
        table.add(i + 1, sides);
        System.out.printf(Locale.ROOT, "repetition %d of %d%n", i + 1, repetitions);
        print(sides);
      }
    } finally {
      competitors.forEach(Process::destroyForcibly);
    }
    summarise(measured);
  }

  private static MeasurementRequest request(long seed) {
    return new MeasurementRequest(
        new Selection(List.of(SUITE), List.of(), Map.of("length", List.of("1000")), List.of()),
        PlanKind.ADAPTIVE,
        PAIRS,
        seed,
        Optional.empty(),
        Profiling.Mode.ALWAYS);
  }

  private static List<Wish> wanted(PairedMeasured soFar) {
    return soFar.candidate().series().stream()
        .filter(series -> series.goodForks().size() < PAIRS)
        .map(series -> new Wish(series.id(), PAIRS - series.goodForks().size()))
        .toList();
  }

  /** How a fork is turned into one value. */
  private enum Score {
    GNOMON,
    JMH;

    double pWorse(Series baseline, Series candidate) {
      List<Double> before = values(baseline, candidate).pooledBaseline();
      List<Double> after = values(baseline, candidate).candidate();
      return change(before, after).evidence().pWorse();
    }

    double change(Series baseline, Series candidate) {
      ForkValues values = values(baseline, candidate);
      return change(values.pooledBaseline(), values.candidate()).relative();
    }

    /** Standard deviation of the pairs' log ratios. */
    double spread(Series baseline, Series candidate) {
      ForkValues values = values(baseline, candidate);
      List<Double> before = values.pooledBaseline();
      List<Double> ratios = new ArrayList<>();
      for (int i = 0; i < before.size(); i++) {
        ratios.add(Math.log(values.candidate().get(i) / before.get(i)));
      }
      return Sample.of(ratios).standardDeviation();
    }

    private static dev.gnomon.compare.Change change(List<Double> before, List<Double> after) {
      return PairedChange.between(
          before, after, Direction.LOWER_IS_BETTER, new Tolerance(0.03, 0, LEVEL));
    }

    ForkValues values(Series baseline, Series candidate) {
      if (this == JMH) {
        return new ForkValues(List.of(means(baseline)), means(candidate), List.of());
      }
      return ForkValues.paired(Metric.TIME, observed(candidate), observed(baseline));
    }

    private static List<Double> means(Series series) {
      return series.goodForks().stream().map(Score::mean).toList();
    }

    private static double mean(Fork fork) {
      return fork.iterations().stream().mapToDouble(Iteration::nsPerOp).average().orElseThrow();
    }

    private static Observed observed(Series series) {
      return new Observed(series, Runtime.getRuntime().availableProcessors(), 0);
    }
  }

  private static void print(PairedMeasured sides) {
    for (Series candidate : sides.candidate().series()) {
      Series baseline = baseline(sides, candidate.id());
      System.out.printf(
          Locale.ROOT,
          "  %-32s %2d pairs  Gnomon %+5.1f %% (pairs differ by %4.1f %%) p %.4f  JMH's score %+6.1f %% (%5.1f %%) p %.4f  %s%n",
          candidate.id().shortName(),
          candidate.goodForks().size(),
          100 * Score.GNOMON.change(baseline, candidate),
          100 * Score.GNOMON.spread(baseline, candidate),
          Score.GNOMON.pWorse(baseline, candidate),
          100 * Score.JMH.change(baseline, candidate),
          100 * Score.JMH.spread(baseline, candidate),
          Score.JMH.pWorse(baseline, candidate),
          candidate.plan().warmupIterations() + " warm-up iterations");
    }
  }

  private static Series baseline(PairedMeasured sides, BenchmarkId id) {
    return sides.baseline().series().stream()
        .filter(series -> series.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static void summarise(List<PairedMeasured> measured) {
    System.out.printf(
        Locale.ROOT,
        "%nflagged at one-sided p < %.2f, %d pairs, %d competing processes%n",
        LEVEL,
        PAIRS,
        COMPETITORS);
    for (Score score : Score.values()) {
      count("interleaved, " + label(score), score, measured, 0);
    }
    for (Score score : Score.values()) {
      count("one after the other, " + label(score), score, measured, 1);
    }
  }

  private static String label(Score score) {
    return score == Score.JMH ? "JMH's own score" : "Gnomon's";
  }

  /**
   * Counts what is flagged.
   *
   * @param apart how many repetitions lie between the two sides; pairs of different repetitions are
   *     none, so these are compared as two samples
   */
  private static void count(String what, Score score, List<PairedMeasured> all, int apart) {
    int planted = 0;
    int plantedOf = 0;
    int others = 0;
    int othersOf = 0;
    for (int i = 0; i + apart < all.size(); i++) {
      for (Series candidate : all.get(i + apart).candidate().series()) {
        Series baseline = baseline(all.get(i), candidate.id());
        double p =
            apart == 0 ? score.pWorse(baseline, candidate) : unpaired(score, baseline, candidate);
        boolean flagged = p < LEVEL;
        if (candidate.id().shortName().equals(PLANTED)) {
          plantedOf++;
          planted += flagged ? 1 : 0;
        } else {
          othersOf++;
          others += flagged ? 1 : 0;
        }
      }
    }
    System.out.printf(
        Locale.ROOT,
        "  %-40s planted +5 %%: %2d of %d   unchanged code: %2d of %d%n",
        what,
        planted,
        plantedOf,
        others,
        othersOf);
  }

  private static double unpaired(Score score, Series baseline, Series candidate) {
    ForkValues values = score.values(baseline, candidate);
    return MannWhitney.pGreater(Sample.of(values.candidate()), Sample.of(values.pooledBaseline()));
  }
}
