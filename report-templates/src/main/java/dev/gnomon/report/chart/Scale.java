package dev.gnomon.report.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * A linear scale from values to positions.
 *
 * @param low value at {@code from}; below {@code high}
 * @param high value at {@code to}
 * @param from position in user units
 * @param to position in user units, which may lie before {@code from}
 */
record Scale(double low, double high, double from, double to) {
  Scale {
    if (!(low < high)) {
      throw new IllegalArgumentException(
          "a scale from " + low + " to " + high + ", expected a span");
    }
  }

  /** The position of a value; one that lies outside is moved to the edge. */
  double at(double value) {
    double share = (Math.min(high, Math.max(low, value)) - low) / (high - low);
    return from + share * (to - from);
  }

  boolean covers(double value) {
    return value >= low && value <= high;
  }

  /** About so many round values, {@code 1, 2 or 5 × 10ⁿ} apart. */
  List<Double> ticks(int about) {
    double raw = (high - low) / Math.max(1, about);
    double power = Math.pow(10, Math.floor(Math.log10(raw)));
    double lead = raw / power;
    double step = power * (lead < 1.5 ? 1 : lead < 3.5 ? 2 : lead < 7.5 ? 5 : 10);
    List<Double> ticks = new ArrayList<>();
    for (double k = Math.ceil(low / step); k * step <= high && ticks.size() < 50; k++) {
      // Adding zero turns a negative zero into a plain one.
      ticks.add(k * step + 0.0);
    }
    return ticks;
  }
}
