package dev.gnomon.report.view;

import java.util.List;

/**
 * How one verdict was reached.
 *
 * @param metric the metric
 * @param mark the verdict
 * @param summary the figures in a few words, may be empty
 * @param reason why, in a sentence
 * @param caveats doubts
 * @param steps how the verdict was reached, step by step
 */
public record JudgementView(
    String metric,
    MarkView mark,
    String summary,
    String reason,
    List<String> caveats,
    List<String> steps) {
  public JudgementView {
    caveats = List.copyOf(caveats);
    steps = List.copyOf(steps);
  }
}
