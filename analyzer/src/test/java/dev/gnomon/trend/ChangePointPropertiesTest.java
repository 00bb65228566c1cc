package dev.gnomon.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What must hold for any history, tried on seeded random ones. */
final class ChangePointPropertiesTest {
  private static final ChangePointDetector DETECTOR = ChangePointDetector.withDefaults();
  private static final int TRIALS = 60;

  @Test
  void theSameValuesGiveTheSamePoints() {
    for (int seed = 0; seed < TRIALS; seed++) {
      double[] values = history(seed, 400);
      assertThat(DETECTOR.detect(values)).isEqualTo(DETECTOR.detect(values.clone()));
    }
  }

  @Test
  void theUnitDoesNotMatter() {
    int found = 0;
    for (int seed = 0; seed < TRIALS; seed++) {
      double[] values = history(seed, 400);
      double[] scaled = Arrays.stream(values).map(value -> value * 1e-6).toArray();
      List<ChangePoint> points = DETECTOR.detect(values).all();
      List<ChangePoint> others = DETECTOR.detect(scaled).all();
      assertThat(places(others)).as("seed %d", seed).isEqualTo(places(points));
      for (int i = 0; i < points.size(); i++) {
        assertThat(others.get(i).shift()).isCloseTo(points.get(i).shift(), within(1e-9));
        assertThat(others.get(i).levelAfter())
            .isCloseTo(points.get(i).levelAfter() * 1e-6, within(1e-12));
        found++;
      }
    }
    assertThat(found).isGreaterThan(TRIALS);
  }

  @Test
  void aHistoryReadBackwardsHasTheSameChangesReversed() {
    int found = 0;
    for (int seed = 0; seed < TRIALS; seed++) {
      double[] values = history(seed, 400);
      double[] reversed =
          IntStream.range(0, values.length)
              .mapToDouble(i -> values[values.length - 1 - i])
              .toArray();
      List<Integer> expected =
          DETECTOR.detect(reversed).changes().stream()
              .map(point -> values.length - point.index())
              .sorted()
              .toList();
      List<Integer> actual = places(DETECTOR.detect(values).changes());
      assertThat(actual).as("seed %d", seed).isEqualTo(expected);
      found += actual.size();
    }
    assertThat(found).isGreaterThan(TRIALS);
  }

  /** Reciprocals turn ratios about: throughput and time tell the same story. */
  @Test
  void reciprocalValuesHaveTheOppositeShifts() {
    int found = 0;
    for (int seed = 0; seed < TRIALS; seed++) {
      double[] values = history(seed, 400);
      double[] reciprocals = Arrays.stream(values).map(value -> 1 / value).toArray();
      List<ChangePoint> points = DETECTOR.detect(values).changes();
      List<ChangePoint> others = DETECTOR.detect(reciprocals).changes();
      assertThat(places(others)).as("seed %d", seed).isEqualTo(places(points));
      for (int i = 0; i < points.size(); i++) {
        assertThat(others.get(i).shift()).isCloseTo(-points.get(i).shift(), within(1e-9));
        found++;
      }
    }
    assertThat(found).isGreaterThan(TRIALS);
  }

  @Test
  void aShuffledHistoryHasNoChange() {
    int named = 0;
    for (int seed = 0; seed < TRIALS; seed++) {
      double[] values = history(seed, 400);
      Random random = new Random(seed);
      for (int i = values.length - 1; i > 0; i--) {
        int j = random.nextInt(i + 1);
        double value = values[i];
        values[i] = values[j];
        values[j] = value;
      }
      named += DETECTOR.detect(values).changes().isEmpty() ? 0 : 1;
    }
    assertThat(named).isZero();
  }

  @Test
  void aLargerStepIsFoundWhereverASmallerOneIs() {
    int found = 0;
    for (int seed = 0; seed < TRIALS; seed++) {
      boolean before = false;
      for (double shift = 0; shift < 0.2; shift += 0.01) {
        double[] values = ChangePointDetectorTest.step(seed, 200, 100, shift);
        boolean now =
            DETECTOR.detect(values).changes().stream()
                .anyMatch(point -> Math.abs(point.index() - 100) <= 3);
        assertThat(now || !before).as("seed %d, shift %f", seed, shift).isTrue();
        before = now;
      }
      found += before ? 1 : 0;
    }
    assertThat(found).isEqualTo(TRIALS);
  }

  @Test
  void appendingOneByOneGivesWhatTheWholeGives() {
    for (int seed = 0; seed < 3; seed++) {
      double[] values = history(seed, 1700);
      values[5] = Double.NaN;
      values[1200] = -1;
      ChangePointTracker tracker = DETECTOR.track();
      for (int i = 0; i < values.length; i++) {
        tracker = i == 300 ? tracker.cut() : tracker;
        tracker = tracker.append(values[i]);
        if (i % 89 == 0 && i >= 300) {
          assertThat(tracker.points())
              .as("seed %d, %d runs", seed, tracker.size())
              .isEqualTo(DETECTOR.detect(Arrays.copyOf(values, i + 1), 300));
        }
      }
      assertThat(tracker.size()).isEqualTo(values.length);
      assertThat(tracker.points()).isEqualTo(DETECTOR.detect(values, 300));
    }
  }

  @Test
  void aTrackerIsNotChangedByWhatFollows() {
    ChangePointTracker tracker = DETECTOR.track();
    for (double value : ChangePointDetectorTest.step(1, 1024, 500, 0.2)) {
      tracker = tracker.append(value);
    }
    ChangePoints before = tracker.points();
    tracker.append(1).append(2).cut().append(3);
    assertThat(tracker.points()).isEqualTo(before);
    assertThat(tracker.size()).isEqualTo(1024);
  }

  @Test
  void aLongHistoryKeepsEveryStepOnce() {
    Random random = new Random(4);
    double[] values = new double[5000];
    for (int i = 0; i < values.length; i++) {
      values[i] = Math.exp((i / 100 % 2) * 0.2 + 0.02 * random.nextGaussian());
    }
    List<Integer> expected = IntStream.range(1, 50).mapToObj(i -> 100 * i).toList();
    List<Integer> actual = places(DETECTOR.detect(values).changes());
    assertThat(actual).hasSameSizeAs(expected);
    for (int i = 0; i < expected.size(); i++) {
      assertThat(actual.get(i)).isCloseTo(expected.get(i), within(1));
    }
  }

  /** Levels that change now and then, noise of 2 %, some spikes. */
  private static double[] history(long seed, int length) {
    Random random = new Random(seed);
    double[] values = new double[length];
    double level = 0;
    for (int i = 0; i < length; i++) {
      level += random.nextInt(100) == 0 ? 0.1 * random.nextGaussian() : 0;
      double spike = random.nextInt(80) == 0 ? 0.3 : 0;
      values[i] = 250 * Math.exp(level + spike + 0.02 * random.nextGaussian());
    }
    return values;
  }

  private static List<Integer> places(List<ChangePoint> points) {
    return points.stream().map(ChangePoint::index).toList();
  }
}
