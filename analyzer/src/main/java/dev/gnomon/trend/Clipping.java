package dev.gnomon.trend;

import java.util.Arrays;

/**
 * Holds every value near the median of its neighbourhood, so that no spike can pass for a level. A
 * level that stays longer than a spike passes unchanged.
 */
final class Clipping {
  private static final double REACH = 3;

  private Clipping() {}

  /**
   * The values, none further than three times the noise from the running median.
   *
   * @param radius neighbours on either side; beyond the ends the end value repeats
   */
  static double[] of(double[] values, int radius, double noise) {
    double[] clipped = new double[values.length];
    double[] near = new double[2 * radius + 1];
    for (int i = 0; i < values.length; i++) {
      for (int j = -radius; j <= radius; j++) {
        near[j + radius] = values[Math.max(0, Math.min(values.length - 1, i + j))];
      }
      Arrays.sort(near);
      double median = near[radius];
      clipped[i] = Math.max(median - REACH * noise, Math.min(median + REACH * noise, values[i]));
    }
    return clipped;
  }
}
