package dev.gnomon.report.view;

import java.util.List;

/**
 * The section of one benchmark.
 *
 * @param anchor id of the section
 * @param name the benchmark
 * @param open whether it is unfolded from the start
 * @param judgements what was concluded, by metric
 * @param plots what was measured
 * @param failures what went wrong
 * @param causes why it changed, where that is known
 * @param flame where the time went
 */
public record DetailView(
    String anchor,
    NameView name,
    boolean open,
    List<JudgementView> judgements,
    List<PlotView> plots,
    List<FailureView> failures,
    List<CauseView> causes,
    FlameView flame) {
  public DetailView {
    judgements = List.copyOf(judgements);
    plots = List.copyOf(plots);
    failures = List.copyOf(failures);
    causes = List.copyOf(causes);
  }

  /** The verdict that the section is headed by: the worst. */
  public MarkView mark() {
    return judgements.get(0).mark();
  }

  /** The figures that the section is headed by. */
  public String summary() {
    return judgements.get(0).summary();
  }
}
