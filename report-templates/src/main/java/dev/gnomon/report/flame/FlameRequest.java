package dev.gnomon.report.flame;

import dev.gnomon.attribution.Attribution;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a page shows. All texts may be foreign.
 *
 * @param title title of the page
 * @param benchmark what was profiled
 * @param sides one profile, or the baseline's and the candidate's
 * @param difference how the two differ; empty where they are not compared
 * @param note what is to be kept in mind, such as why the two are not compared; empty for nothing
 */
public record FlameRequest(
    String title,
    String benchmark,
    List<FlameSide> sides,
    Optional<Attribution> difference,
    String note) {
  public FlameRequest {
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(benchmark, "benchmark");
    sides = List.copyOf(sides);
    Objects.requireNonNull(difference, "difference");
    Objects.requireNonNull(note, "note");
    if (sides.isEmpty() || sides.size() > 2) {
      throw new IllegalArgumentException(
          "a page of " + sides.size() + " profiles, expected one or two");
    }
  }
}
