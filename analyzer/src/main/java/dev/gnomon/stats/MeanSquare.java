package dev.gnomon.stats;

import java.util.List;

/**
 * One independent part of a variance.
 *
 * @param weight factor with which it enters; any sign
 * @param value the mean square; 0 or more
 * @param degreesOfFreedom of the mean square; above 0, infinite for a known constant
 */
public record MeanSquare(double weight, double value, double degreesOfFreedom) {
  public MeanSquare {
    if (!Double.isFinite(weight) || !(value >= 0) || !(degreesOfFreedom > 0)) {
      throw new IllegalArgumentException(
          "mean square %s × %s on %s degrees of freedom, expected a finite weight, a value of at least 0 and degrees above 0"
              .formatted(weight, value, degreesOfFreedom));
    }
  }

  /** The sum of the parts, never below zero. */
  public static double sum(List<MeanSquare> parts) {
    return Math.max(0, parts.stream().mapToDouble(part -> part.weight * part.value).sum());
  }

  /**
   * Degrees of freedom of the sum. Satterthwaite, doi 10.2307/3002019.
   *
   * @return above 0; infinite where every part is a constant or zero
   */
  public static double degreesOfFreedom(List<MeanSquare> parts) {
    double sum = sum(parts);
    double spread = 0;
    for (MeanSquare part : parts) {
      spread += Math.pow(part.weight * part.value, 2) / part.degreesOfFreedom;
    }
    return spread > 0 && sum > 0 ? sum * sum / spread : Double.POSITIVE_INFINITY;
  }
}
