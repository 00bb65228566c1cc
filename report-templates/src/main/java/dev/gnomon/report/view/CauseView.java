package dev.gnomon.report.view;

import java.util.List;

/**
 * Why a benchmark changed.
 *
 * @param title what was profiled
 * @param sentence the cause
 * @param note how it was sampled, empty where that is not known
 * @param frames how the frames changed; no rows where nothing is known
 * @param graphs differential flame graphs, the candidate's first; those without a frame left out
 */
public record CauseView(
    String title, String sentence, String note, DataView frames, List<GraphView> graphs) {
  public CauseView {
    graphs = List.copyOf(graphs);
  }
}
