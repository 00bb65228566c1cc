package dev.gnomon.report.view;

import java.util.List;

/**
 * Where the time went.
 *
 * @param shown whether there is a flame graph
 * @param svg the flame graph; ours
 * @param note how it was sampled, or why there is none
 * @param hot the hottest frames
 * @param downloads links to the profiles beside the page
 */
public record FlameView(
    boolean shown, String svg, String note, DataView hot, List<FactView> downloads) {
  static final DataView NO_FRAMES = new DataView("", List.of(), List.of());

  public FlameView {
    downloads = List.copyOf(downloads);
  }

  static FlameView none(String note) {
    return new FlameView(false, "", note, NO_FRAMES, List.of());
  }
}
