package dev.gnomon.report.view;

import java.util.List;

/**
 * Where the time went.
 *
 * @param sides those of which there is something to show, the candidate first
 * @param missing why there is nothing of the others
 */
public record FlameView(List<FlameSideView> sides, List<String> missing) {
  public FlameView {
    sides = List.copyOf(sides);
    missing = List.copyOf(missing);
  }

  /** Whether there is more than one to choose from. */
  public boolean switched() {
    return sides.size() > 1;
  }
}
