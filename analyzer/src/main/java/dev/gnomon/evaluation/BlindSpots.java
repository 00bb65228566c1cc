package dev.gnomon.evaluation;

import dev.gnomon.compare.Change;
import dev.gnomon.gate.Judgement;
import dev.gnomon.model.BenchmarkId;
import dev.gnomon.model.Metric;
import java.util.Comparator;
import java.util.List;

/**
 * What a gate could not have seen, and how often it cries wolf.
 *
 * @param falseAlarms regressions to be expected in a build without any: at most the level of the
 *     build, whatever the number of benchmarks
 * @param spots the smallest change of time that would have been found in each benchmark, worst
 *     first
 */
public record BlindSpots(double falseAlarms, List<Spot> spots) {

  /**
   * One benchmark.
   *
   * @param id which
   * @param smallest relative slowdown that would have been found four times out of five: 0.04 is
   *     four percent; infinite where a side has too few forks
   */
  public record Spot(BenchmarkId id, double smallest) {}

  public BlindSpots {
    spots = List.copyOf(spots);
  }

  /** The blind spots of an evaluation. */
  public static BlindSpots of(Evaluation evaluation) {
    List<Spot> spots =
        evaluation.judgements().stream()
            .filter(j -> j.metric().equals(Metric.TIME) && j.change().isPresent())
            .map(j -> new Spot(j.id(), smallest(j)))
            .sorted(Comparator.comparing((Spot s) -> -s.smallest()).thenComparing(Spot::id))
            .toList();
    double level = spots.isEmpty() ? 0 : evaluation.level();
    return new BlindSpots(level, spots);
  }

  private static double smallest(Judgement judgement) {
    Change change = judgement.change().orElseThrow();
    return change.evidence().minimumDetectable();
  }
}
