package dev.gnomon.report.view;

import java.util.List;

/**
 * Why a benchmark changed.
 *
 * @param title what was profiled
 * @param sentence the cause
 * @param frames how the frames changed; no rows where nothing is known
 * @param graphs differential flame graphs, the candidate's first; those without a frame left out
 */
public record CauseView(String title, String sentence, DataView frames, List<GraphView> graphs) {
  public CauseView {
    graphs = List.copyOf(graphs);
  }

  /**
   * One drawing.
   *
   * @param id of its switch, unique in the page
   * @param group name of all switches of the same cause
   * @param word which widths it has
   * @param svg the drawing; ours
   * @param first whether it is shown from the start
   */
  public record GraphView(String id, String group, String word, String svg, boolean first) {}
}
