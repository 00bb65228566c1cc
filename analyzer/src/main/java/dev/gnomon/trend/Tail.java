package dev.gnomon.trend;

import dev.gnomon.stats.Caveat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The newest runs of a history and the settled points before them. When it is full, the older half
 * is settled and forgotten, except that points near the cut keep the values around them in view.
 */
final class Tail {
  private static final int CAPACITY = 1024;
  private static final int KEPT = CAPACITY / 2;

  private final Criteria criteria;
  private final List<ChangePoint> settled;
  private final double[] logs;
  private final int[] indexes;
  private int length;
  private int reportedFrom;
  private int size;
  private int leftOut;

  Tail(Criteria criteria) {
    this.criteria = criteria;
    settled = new ArrayList<>();
    logs = new double[CAPACITY];
    indexes = new int[CAPACITY];
  }

  private Tail(Tail other) {
    criteria = other.criteria;
    settled = new ArrayList<>(other.settled);
    logs = other.logs.clone();
    indexes = other.indexes.clone();
    length = other.length;
    reportedFrom = other.reportedFrom;
    size = other.size;
    leftOut = other.leftOut;
  }

  Tail copy() {
    return new Tail(this);
  }

  int size() {
    return size;
  }

  void add(double value) {
    if (value > 0 && Double.isFinite(value)) {
      if (length == CAPACITY) {
        settleOlderHalf();
      }
      logs[length] = Math.log(value);
      indexes[length] = size;
      length++;
    } else {
      leftOut++;
    }
    size++;
  }

  /** Starts a series of its own: nothing that follows is compared with what is here. */
  void cut() {
    settled.addAll(unsettled(length));
    length = 0;
    reportedFrom = 0;
  }

  ChangePoints points() {
    List<ChangePoint> all = new ArrayList<>(settled);
    all.addAll(unsettled(length));
    return new ChangePoints(all, caveats());
  }

  private void settleOlderHalf() {
    // The window stays in view on the left of every point that is still open.
    int end = CAPACITY - KEPT + criteria.window();
    settled.addAll(unsettled(end));
    System.arraycopy(logs, CAPACITY - KEPT, logs, 0, KEPT);
    System.arraycopy(indexes, CAPACITY - KEPT, indexes, 0, KEPT);
    length = KEPT;
    reportedFrom = criteria.window();
  }

  /** Points of the values in view whose position is open and before {@code end}. */
  private List<ChangePoint> unsettled(int end) {
    List<ChangePoint> found = new ArrayList<>();
    for (ChangePoint point : new Analysis(criteria).points(Arrays.copyOf(logs, length))) {
      if (point.index() >= reportedFrom && point.index() < end && !isSettled(point)) {
        found.add(point.at(indexes[point.index()]));
      }
    }
    return found;
  }

  /** The same point may move a little across the cut when it is seen with newer values. */
  private boolean isSettled(ChangePoint point) {
    int index = indexes[point.index()];
    return settled.stream()
        .anyMatch(
            other ->
                other.kind() == point.kind()
                    && other.index() >= indexes[0]
                    && Math.abs(other.index() - index) < criteria.minimumSegment());
  }

  private List<Caveat> caveats() {
    List<Caveat> caveats = new ArrayList<>();
    if (leftOut > 0) {
      caveats.add(
          new Caveat(
              "runs-left-out",
              leftOut + " of " + size + " runs have no positive value and were left out."));
    }
    int needed = 2 * criteria.minimumSegment();
    if (length < needed) {
      caveats.add(
          new Caveat(
              "short-history",
              "A change point needs "
                  + needed
                  + " runs in one environment; the newest environment has "
                  + length
                  + "."));
    }
    return caveats;
  }
}
