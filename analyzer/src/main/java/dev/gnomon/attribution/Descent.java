package dev.gnomon.attribution;

import dev.gnomon.profile.Frame;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Follows a change down the call tree, while one child carries most of it. */
final class Descent {
  private static final double MOST = 0.7;

  private Descent() {}

  /** Frames from the outermost on; empty where the first level is already divided. */
  static List<Frame> of(ForkTree root, FrameTests tests) {
    double whole = delta(root, tests);
    List<Frame> path = new ArrayList<>();
    ForkTree node = root;
    while (true) {
      Optional<Map.Entry<Frame, ForkTree>> child =
          node.children().entrySet().stream()
              .max(Comparator.comparingDouble(e -> delta(e.getValue(), tests) / whole));
      if (child.isEmpty() || !(delta(child.get().getValue(), tests) / whole >= MOST)) {
        return path;
      }
      path.add(child.get().getKey());
      node = child.get().getValue();
    }
  }

  /**
   * The frame to name: the deepest that the diff touched, else the deepest outside the JDK, else
   * the deepest.
   */
  static Optional<Frame> blamed(List<Frame> path, FrameTests tests) {
    return last(path.stream().filter(tests::touched).toList())
        .or(() -> last(path.stream().filter(Descent::own).toList()))
        .or(() -> last(path));
  }

  private static Optional<Frame> last(List<Frame> frames) {
    return frames.isEmpty() ? Optional.empty() : Optional.of(frames.get(frames.size() - 1));
  }

  private static boolean own(Frame frame) {
    String name = frame.name();
    return frame.kind() == Frame.Kind.JAVA
        && !name.startsWith("java.")
        && !name.startsWith("javax.")
        && !name.startsWith("jdk.")
        && !name.startsWith("sun.");
  }

  private static double delta(ForkTree node, FrameTests tests) {
    return tests.difference(node.inclusive()).value();
  }
}
