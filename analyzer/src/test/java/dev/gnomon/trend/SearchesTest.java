package dev.gnomon.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Each of the three searches alone. Expected values from numpy 2.4.6 and scipy 1.17.1. */
final class SearchesTest {
  private static final double TIGHT = 1e-9;

  @Test
  void theSegmentationIsTheCheapestOfAll() {
    Random random = new Random(11);
    for (int trial = 0; trial < 200; trial++) {
      double[] values = steps(random, 13);
      double penalty = 10 * 0.3 * 0.3 * Math.log(values.length);
      assertThat(new PrunedSegmentation(3).candidates(values, 0.3))
          .as("trial %d", trial)
          .isEqualTo(cheapest(values, 3, penalty));
    }
  }

  @Test
  void pruningLosesNothingInLongHistories() {
    Random random = new Random(12);
    for (int trial = 0; trial < 40; trial++) {
      double[] values = steps(random, 150 + trial);
      double penalty = 10 * 0.1 * 0.1 * Math.log(values.length);
      assertThat(new PrunedSegmentation(4).candidates(values, 0.1))
          .as("trial %d", trial)
          .isEqualTo(withoutPruning(values, 4, penalty));
    }
  }

  /** {@code max(abs(stats.ttest_ind(x[i-15:i], x[i:i+15]).statistic)) == 16.8635} at 20. */
  @Test
  void theSlidingTestPeaksAtTheStep() {
    double[] values = new double[40];
    for (int i = 0; i < 40; i++) {
      values[i] = (7 * i) % 11 / 100.0 + (i >= 20 ? 0.2 : 0);
    }
    assertThat(new WindowedT(4).candidates(values)).containsExactly(20);
    assertThat(new WindowedT(4).statistics(values, 15)[20])
        .isCloseTo(16.86350284742402, within(TIGHT));
    assertThat(new WindowedT(4).statistics(values, 15)[5])
        .isCloseTo(0.22721188130407274, within(TIGHT));
  }

  @Test
  void theSlidingTestSeesBothEndsOfAShortPlateau() {
    double[] values = new double[60];
    for (int i = 0; i < 60; i++) {
      values[i] = (7 * i) % 11 / 100.0 + (i >= 30 && i < 36 ? 1 : 0);
    }
    assertThat(new WindowedT(4).candidates(values)).contains(30, 36);
  }

  /**
   * {@code stats.energy_distance(left, right) ** 2 / 2 * m * n / (m + n)}: exact here, because 25
   * different values are their own grid. Expected: {@code (diff(sorted) * F * (1 - F)).sum()}.
   */
  @Test
  void theEnergyIsThatOfScipy() {
    double[] values = energyValues();
    EnergySplit.Distribution distribution = EnergySplit.Distribution.of(values);
    assertThat(distribution.energy(0, 15, 25)).isCloseTo(0.11047619047619042, within(TIGHT));
    assertThat(distribution.energy(5, 15, 22)).isCloseTo(0.20432172869147652, within(TIGHT));
    assertThat(distribution.expected(0, 25)).isCloseTo(0.5453714285714286, within(TIGHT));
  }

  @Test
  void splittingFindsStepsInsideSteps() {
    double[] values = new double[120];
    for (int i = 0; i < 120; i++) {
      values[i] = (7 * i) % 11 / 100.0 + (i >= 40 && i < 80 ? 1 : 0) + (i >= 100 ? 0.5 : 0);
    }
    assertThat(new EnergySplit(4).candidates(values)).containsExactly(40, 80, 100);
  }

  @Test
  void noSearchFindsAnythingInAConstant() {
    double[] values = new double[50];
    assertThat(new PrunedSegmentation(4).candidates(values, Noise.FLOOR)).isEmpty();
    assertThat(new WindowedT(4).candidates(values)).isEmpty();
    assertThat(new EnergySplit(4).candidates(values)).isEmpty();
  }

  @Test
  void aPlaceNeedsTwoSearchesWithinThreeRuns() {
    assertThat(Vote.of(List.of(List.of(10, 50), List.of(13, 70), List.of(54, 73))))
        .containsExactly(10, 70);
    assertThat(Vote.of(List.of(List.of(10), List.of(), List.of()))).isEmpty();
    assertThat(Vote.of(List.of(List.of(), List.of(31), List.of(29)))).containsExactly(31);
  }

  private static double[] energyValues() {
    double[] values = new double[25];
    for (int i = 0; i < 25; i++) {
      values[i] = 37 * i % 25 / 7.0 + (i >= 15 ? 0.9 : 0);
    }
    return values;
  }

  private static double[] steps(Random random, int length) {
    double[] values = new double[length];
    double level = 0;
    for (int i = 0; i < length; i++) {
      level = random.nextInt(7) == 0 ? random.nextGaussian() : level;
      values[i] = level + 0.1 * random.nextGaussian();
    }
    return values;
  }

  /** Tries every set of places. */
  private static List<Integer> cheapest(double[] values, int smallest, double penalty) {
    List<Integer> best = List.of();
    double least = Double.POSITIVE_INFINITY;
    for (int set = 0; set < 1 << (values.length - 1); set++) {
      List<Integer> places = new ArrayList<>();
      for (int i = 1; i < values.length; i++) {
        if ((set >> (i - 1) & 1) == 1) {
          places.add(i);
        }
      }
      double cost = cost(values, places, smallest) + penalty * places.size();
      if (cost < least) {
        least = cost;
        best = places;
      }
    }
    return best;
  }

  private static double cost(double[] values, List<Integer> places, int smallest) {
    Segments segments = new Segments(places, values.length);
    double cost = 0;
    for (int i = 0; i < segments.count(); i++) {
      if (segments.end(i) - segments.start(i) < smallest) {
        return Double.POSITIVE_INFINITY;
      }
      cost += squares(values, segments.start(i), segments.end(i));
    }
    return cost;
  }

  private static List<Integer> withoutPruning(double[] values, int smallest, double penalty) {
    double[] best = new double[values.length + 1];
    List<List<Integer>> places = new ArrayList<>(List.of(List.of()));
    best[0] = -penalty;
    for (int end = 1; end <= values.length; end++) {
      best[end] = Double.POSITIVE_INFINITY;
      List<Integer> ways = List.of();
      for (int start = 0; start <= end - smallest; start++) {
        double cost = best[start] + squares(values, start, end) + penalty;
        if (cost < best[end]) {
          best[end] = cost;
          ways = new ArrayList<>(places.get(start));
          if (start > 0) {
            ways.add(start);
          }
        }
      }
      places.add(ways);
    }
    return places.get(values.length);
  }

  private static double squares(double[] values, int from, int to) {
    double mean = 0;
    for (int i = from; i < to; i++) {
      mean += values[i] / (to - from);
    }
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += (values[i] - mean) * (values[i] - mean);
    }
    return sum;
  }
}
