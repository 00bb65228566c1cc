package dev.gnomon.trend;

/** Running sums, for the mean and the sum of squares of any stretch in constant time. */
final class Sums {
  private final double[] first;
  private final double[] second;

  Sums(double[] values) {
    first = new double[values.length + 1];
    second = new double[values.length + 1];
    for (int i = 0; i < values.length; i++) {
      first[i + 1] = first[i] + values[i];
      second[i + 1] = second[i] + values[i] * values[i];
    }
  }

  double mean(int from, int to) {
    return (first[to] - first[from]) / (to - from);
  }

  /** Sum of squared deviations from the stretch's own mean; never negative. */
  double squares(int from, int to) {
    double sum = first[to] - first[from];
    return Math.max(0, second[to] - second[from] - sum * sum / (to - from));
  }
}
