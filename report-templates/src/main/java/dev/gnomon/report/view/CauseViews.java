package dev.gnomon.report.view;

import dev.gnomon.attribution.Attribution;
import dev.gnomon.attribution.Attribution.Cause;
import dev.gnomon.attribution.FrameChange;
import dev.gnomon.attribution.Weight;
import dev.gnomon.report.chart.DifferenceGraph;
import dev.gnomon.report.chart.DifferenceGraph.Widths;
import dev.gnomon.report.text.Causes;
import dev.gnomon.report.text.Visible;
import dev.gnomon.report.text.Wording;
import dev.gnomon.stats.ConfidenceInterval;
import dev.gnomon.unit.Figures;
import java.util.ArrayList;
import java.util.List;

/** Shows what profiles say about a change. */
public final class CauseViews {
  private static final int LONGEST = 160;

  private CauseViews() {}

  /**
   * What to show of one cause.
   *
   * @param label what was profiled, in one bounded line
   * @param anchor start of the ids of its switches, unique in the page but for the weight
   */
  public static CauseView of(Attribution found, String label, String anchor) {
    String measured = Causes.measured(found.weight());
    return new CauseView(
        "Cause, by " + measured,
        Causes.sentence(found),
        sampled(found),
        new DataView(
            "Frames by change of " + measured,
            List.of("Change", "± 95 %", "Of the change", "Baseline → candidate", "Frame", "Note"),
            found.frames().stream().map(f -> row(f, found.weight().unit())).toList()),
        graphs(found, label, anchor + "-" + word(found.weight())));
  }

  /** {@code 5 forks a side, perf_events every 1 ms}; a sentence that tells it need not twice. */
  private static String sampled(Attribution found) {
    boolean told = found.sampling().isEmpty() || found.cause() == Cause.INCOMPARABLE;
    return told
        ? ""
        : "%s a side, %s"
            .formatted(
                Wording.count(found.forks(), "fork"), Visible.line(found.sampling(), LONGEST));
  }

  private static String word(Weight weight) {
    return switch (weight) {
      case CPU -> "cpu";
      case WALL -> "wall";
      case LOCK -> "lock";
      case ALLOCATION -> "alloc";
    };
  }

  private static List<GraphView> graphs(Attribution found, String label, String group) {
    List<GraphView> graphs = new ArrayList<>();
    for (Widths widths : Widths.values()) {
      String svg = DifferenceGraph.svg(found.tree(), widths, found.weight().unit(), label);
      if (!svg.isEmpty()) {
        graphs.add(
            new GraphView(
                group + "-" + widths.word(), group, widths.word(), svg, graphs.isEmpty()));
      }
    }
    return graphs;
  }

  private static List<String> row(FrameChange change, String unit) {
    ConfidenceInterval interval = change.interval();
    double half = (interval.upper() - interval.lower()) / 2;
    String sign = !change.significant() ? "" : change.delta() < 0 ? "▼ " : "▲ ";
    return List.of(
        sign + Causes.signed(change.delta(), unit),
        Double.isFinite(half) ? Figures.quantity(half, unit) : "?",
        Figures.percent(change.share()),
        Figures.pair(change.baseline(), change.candidate(), unit),
        Visible.line(change.frame().name(), LONGEST),
        note(change));
  }

  private static String note(FrameChange change) {
    String chance = change.significant() ? "" : "may be chance";
    String touched = change.touched() ? "changed in this diff" : "";
    return touched + (touched.isEmpty() || chance.isEmpty() ? "" : "; ") + chance;
  }
}
