package dev.gnomon.report.view;

import java.util.List;

/**
 * Where the time of one side went.
 *
 * @param graph the flame graph, with its switch where there are two sides
 * @param of what was profiled, read aloud
 * @param note how it was sampled
 * @param hot the hottest frames; no rows where there is no graph
 * @param downloads links to the profiles beside the page
 */
public record FlameSideView(
    GraphView graph, String of, String note, DataView hot, List<FactView> downloads) {
  public FlameSideView {
    downloads = List.copyOf(downloads);
  }
}
