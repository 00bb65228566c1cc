package dev.gnomon.trend;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * How well a set of points agrees with what several people marked: van den Burg and Williams, "An
 * evaluation of change point detection algorithms" (<a
 * href="https://doi.org/10.48550/arXiv.2003.06222">doi</a>), section 4. A point is right when it
 * lies within five runs of a mark, and each mark counts one point at most. Precision is against the
 * marks of all people together; recall is the mean over people. The start of the history counts as
 * a mark and as a point, so that both exist for people and searches that name nothing.
 */
record Agreement(double precision, double recall) {
  static final int MARGIN = 5;

  static Agreement of(Collection<Integer> points, List<Set<Integer>> people) {
    Set<Integer> named = withStart(points);
    Set<Integer> union = new TreeSet<>();
    double recall = 0;
    for (Set<Integer> person : people) {
      Set<Integer> marks = withStart(person);
      union.addAll(marks);
      recall += (double) matched(marks, named) / marks.size();
    }
    return new Agreement((double) matched(union, named) / named.size(), recall / people.size());
  }

  /** Harmonic mean of precision and recall. */
  double f1() {
    return 2 * precision * recall / (precision + recall);
  }

  private static Set<Integer> withStart(Collection<Integer> places) {
    Set<Integer> all = new TreeSet<>(places);
    all.add(0);
    return all;
  }

  /** Marks, in order, that take the nearest point within the margin that no mark has taken. */
  private static int matched(Set<Integer> marks, Set<Integer> points) {
    Set<Integer> free = new TreeSet<>(points);
    int count = 0;
    for (int mark : marks) {
      Integer nearest = null;
      for (int point : free) {
        if (Math.abs(point - mark) <= MARGIN
            && (nearest == null || Math.abs(point - mark) < Math.abs(nearest - mark))) {
          nearest = point;
        }
      }
      if (nearest != null) {
        free.remove(nearest);
        count++;
      }
    }
    return count;
  }
}
