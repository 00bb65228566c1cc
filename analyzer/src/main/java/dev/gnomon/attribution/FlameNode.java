package dev.gnomon.attribution;

import dev.gnomon.profile.Frame;
import java.util.Objects;

/**
 * A node of the union of both sides' call trees. Nodes stand in pre-order.
 *
 * @param depth 0 for what the benchmark's stub called
 * @param frame which
 * @param baseline cost with all it calls, mean over the forks; 0 where the side lacks it
 * @param candidate the same of the candidate
 */
public record FlameNode(int depth, Frame frame, double baseline, double candidate) {
  public FlameNode {
    Objects.requireNonNull(frame, "frame");
    if (depth < 0 || !(baseline >= 0) || !(candidate >= 0)) {
      throw new IllegalArgumentException(
          "a node at depth %d of %s and %s, expected 0 or more"
              .formatted(depth, baseline, candidate));
    }
  }
}
