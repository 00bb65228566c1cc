package dev.gnomon.report.view;

import dev.gnomon.attribution.Attribution;
import dev.gnomon.attribution.FrameChange;
import dev.gnomon.attribution.Weight;
import dev.gnomon.report.chart.DifferenceGraph;
import dev.gnomon.report.chart.DifferenceGraph.Widths;
import dev.gnomon.report.text.Causes;
import dev.gnomon.report.text.Visible;
import dev.gnomon.report.view.CauseView.GraphView;
import dev.gnomon.stats.ConfidenceInterval;
import dev.gnomon.unit.Figures;
import java.util.ArrayList;
import java.util.List;

/** Shows what profiles say about a change. */
final class CauseViews {
  private static final int LONGEST = 160;

  private CauseViews() {}

  static CauseView of(Attribution found, String label, String anchor) {
    boolean cpu = found.weight() == Weight.CPU;
    return new CauseView(
        cpu ? "Cause, by CPU time" : "Cause, by allocation",
        Causes.sentence(found),
        new DataView(
            cpu ? "Frames by change of CPU time" : "Frames by change of allocation",
            List.of("Change", "± 95 %", "Of the change", "Baseline → candidate", "Frame", "Note"),
            found.frames().stream().map(f -> row(f, found.weight().unit())).toList()),
        graphs(found, label, anchor + (cpu ? "-cpu" : "-alloc")));
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
