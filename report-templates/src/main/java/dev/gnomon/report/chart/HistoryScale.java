package dev.gnomon.report.chart;

import dev.gnomon.history.Points;
import dev.gnomon.history.SeriesHistory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Where values of a history lie on a chart: by their logs where the largest is many times the
 * smallest, else as they are. The few wildest values sit on the edge.
 *
 * @param scale from values, or from their logs, to positions
 * @param logarithmic whether logs are drawn
 * @param beyond how many values lie beyond the edges
 */
record HistoryScale(Scale scale, boolean logarithmic, int beyond) {
  private static final double MANY_TIMES = 8;
  private static final double WILDEST = 0.004;
  private static final double PAD = 0.12;
  private static final double SMALLEST_PAD = 0.02;
  private static final double[] ONE = {1};
  private static final double[] ONE_TWO_FIVE = {1, 2, 5};

  static HistoryScale of(List<SeriesHistory> series, double bottom, double top) {
    double[] values =
        series.stream().flatMapToDouble(s -> Arrays.stream(s.points().values())).sorted().toArray();
    int cut = (int) Math.floor(WILDEST * values.length);
    double low = values[cut];
    double high = values[values.length - 1 - cut];
    boolean logarithmic = low > 0 && high / low > MANY_TIMES;
    double from = logarithmic ? Math.log(low) : low;
    double to = logarithmic ? Math.log(high) : high;
    double least = logarithmic ? SMALLEST_PAD : to == 0 ? 1 : SMALLEST_PAD * Math.abs(to);
    double pad = Math.max(PAD * (to - from), least);
    double bottomValue = logarithmic || low < 0 ? from - pad : Math.max(0, from - pad);
    Scale scale = new Scale(bottomValue, to + pad, bottom, top);
    HistoryScale whole = new HistoryScale(scale, logarithmic, 0);
    int beyond = (int) Arrays.stream(values).filter(v -> !whole.covers(v)).count();
    return new HistoryScale(scale, logarithmic, beyond);
  }

  double at(double value) {
    return scale.at(logarithmic ? Math.log(Math.max(value, Double.MIN_NORMAL)) : value);
  }

  boolean covers(double value) {
    return scale.covers(logarithmic ? Math.log(Math.max(value, Double.MIN_NORMAL)) : value);
  }

  /** Round values that stand beside the grid. */
  List<Double> ticks() {
    if (!logarithmic) {
      return scale.ticks(5);
    }
    List<Double> ticks = new ArrayList<>();
    double last = Math.log10(Math.exp(scale.high()));
    for (int power = (int) Math.floor(Math.log10(Math.exp(scale.low()))); power <= last; power++) {
      for (double lead : last - Math.log10(Math.exp(scale.low())) > 3 ? ONE : ONE_TWO_FIVE) {
        double tick = lead * Math.pow(10, power);
        if (covers(tick)) {
          ticks.add(tick);
        }
      }
    }
    return ticks;
  }

  /** The middle of the values at these positions of a series. */
  static double level(Points points, int from, int to) {
    double[] values = new double[to - from];
    for (int i = from; i < to; i++) {
      values[i - from] = points.value(i);
    }
    Arrays.sort(values);
    int middle = values.length / 2;
    return values.length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
  }
}
