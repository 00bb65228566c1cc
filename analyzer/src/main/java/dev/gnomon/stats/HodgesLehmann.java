package dev.gnomon.stats;

import java.util.Arrays;

/**
 * Robust shifts with intervals that need no distribution. Hodges and Lehmann, doi
 * 10.1214/aoms/1177704172.
 *
 * <p>An interval is infinite where so few values cannot support its level. Ties make it wider than
 * asked for, never narrower.
 */
public final class HodgesLehmann {
  private HodgesLehmann() {}

  /**
   * A robust shift.
   *
   * @param value median of the pairwise figures
   * @param interval exact interval at the level that was asked for
   */
  public record Shift(double value, ConfidenceInterval interval) {}

  /**
   * How far the candidate lies above the baseline: the median of all pairwise differences, with the
   * interval that inverts the Mann–Whitney test.
   *
   * @param level in (0, 1)
   */
  public static Shift between(Sample candidate, Sample baseline, double level) {
    double[] differences = differences(candidate.values(), baseline.values());
    int cut = MannWhitney.cutOff(candidate.size(), baseline.size(), (1 - level) / 2);
    return shift(differences, cut, level);
  }

  /** The shift of {@link #between} alone, without its interval. */
  public static double shift(Sample candidate, Sample baseline) {
    return Sample.of(differences(candidate.values(), baseline.values())).median();
  }

  /**
   * The centre of paired differences: the median of all Walsh averages, with the interval that
   * inverts the signed-rank test.
   *
   * @param level in (0, 1)
   */
  public static Shift of(Sample differences, double level) {
    double[] d = differences.values();
    double[] walsh = new double[d.length * (d.length + 1) / 2];
    int next = 0;
    for (int i = 0; i < d.length; i++) {
      for (int j = i; j < d.length; j++) {
        walsh[next++] = (d[i] + d[j]) / 2;
      }
    }
    Arrays.sort(walsh);
    return shift(walsh, SignedRank.cutOff(d.length, (1 - level) / 2), level);
  }

  private static double[] differences(double[] candidate, double[] baseline) {
    double[] differences = new double[candidate.length * baseline.length];
    int next = 0;
    for (double c : candidate) {
      for (double b : baseline) {
        differences[next++] = c - b;
      }
    }
    Arrays.sort(differences);
    return differences;
  }

  private static Shift shift(double[] sorted, int cut, double level) {
    boolean supported = cut > 0;
    double lower = supported ? sorted[cut - 1] : Double.NEGATIVE_INFINITY;
    double upper = supported ? sorted[sorted.length - cut] : Double.POSITIVE_INFINITY;
    return new Shift(
        Sample.of(sorted).median(),
        new ConfidenceInterval(Math.min(lower, upper), Math.max(lower, upper), level));
  }
}
