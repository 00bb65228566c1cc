package dev.gnomon.trend;

import java.util.ArrayList;
import java.util.List;

/** Finds runs that left their level and were soon back. */
final class Spikes {
  private final Criteria criteria;
  private final double[] values;
  private final double[] clipped;
  private final ShiftTest test;

  /**
   * @param values log values as measured
   * @param clipped the same after clipping; where both differ, a value stands out
   */
  Spikes(Criteria criteria, double[] values, double[] clipped, ShiftTest test) {
    this.criteria = criteria;
    this.values = values;
    this.clipped = clipped;
    this.test = test;
  }

  List<ChangePoint> in(Segments segments) {
    List<ChangePoint> spikes = new ArrayList<>();
    for (int i = 0; i < segments.count(); i++) {
      int at = segments.start(i);
      while (at < segments.end(i)) {
        int after = endOfRun(at, segments.end(i));
        if (stands(at) && hasRoom(segments.start(i), at, after, segments.end(i))) {
          Shift shift = test.spike(segments.start(i), at, after, segments.end(i), mean(at, after));
          if (shift.p() <= criteria.threshold()
              && shift.effect() >= criteria.plainEffect()
              && isBack(at - 1, at, after, shift)
              && isBack(after, at, after, shift)) {
            spikes.add(shift.asSpike());
          }
        }
        at = after;
      }
    }
    return spikes;
  }

  private boolean hasRoom(int start, int at, int after, int end) {
    return after - at <= criteria.spikeLength()
        && at - start >= criteria.minimumSegment()
        && end - after >= criteria.minimumSegment();
  }

  /** Whether a run beside the spike is at its level again, not on a part that was not clipped. */
  private boolean isBack(int beside, int at, int after, Shift shift) {
    return Math.abs(values[beside] - mean(at, after)) > Math.abs(shift.size()) / 2;
  }

  /** Position after the last value that stands out to the same side without a gap. */
  private int endOfRun(int at, int end) {
    int after = at + 1;
    while (stands(at) && after < end && side(after) == side(at)) {
      after++;
    }
    return after;
  }

  private boolean stands(int i) {
    return side(i) != 0;
  }

  private int side(int i) {
    return Double.compare(values[i], clipped[i]);
  }

  private double mean(int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += values[i];
    }
    return sum / (to - from);
  }
}
