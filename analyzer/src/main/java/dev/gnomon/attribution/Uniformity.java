package dev.gnomon.attribution;

import dev.gnomon.profile.Frame;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Whether everything changed by about the same factor. That is what a slower machine does, and
 * hardly ever what a change of code does.
 */
final class Uniformity {
  private static final int FEWEST = 3;
  private static final double LARGEST = 0.7;
  private static final double SLACK = 0.5;

  private Uniformity() {}

  static boolean holds(ForkTree tree, FrameTests tests) {
    double whole = tests.logRatio(tree.inclusive()).value();
    int alike = 0;
    double largest = 0;
    for (double[] costs : own(tree).values()) {
      if (tests.heavy(costs)) {
        double ratio = tests.logRatio(costs).value() / whole;
        if (Math.abs(ratio - 1) > SLACK) {
          return false;
        }
        alike++;
        largest =
            Math.max(
                largest,
                tests.difference(costs).value() / tests.difference(tree.inclusive()).value());
      }
    }
    return alike >= FEWEST && largest < LARGEST;
  }

  /** What ended in each frame itself, by fork. */
  private static Map<Frame, double[]> own(ForkTree tree) {
    Map<Frame, double[]> own = new HashMap<>();
    List<ForkTree> open = new ArrayList<>(List.of(tree));
    while (!open.isEmpty()) {
      ForkTree node = open.remove(open.size() - 1);
      node.children()
          .forEach(
              (frame, child) -> {
                double[] sum = own.computeIfAbsent(frame, f -> new double[child.self().length]);
                for (int i = 0; i < sum.length; i++) {
                  sum[i] += child.self()[i];
                }
                open.add(child);
              });
    }
    return own;
  }
}
