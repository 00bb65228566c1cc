package dev.gnomon.report.chart;

import dev.gnomon.unit.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Both sides of a comparison, a column for each fork: its value as a dot, its iterations in order
 * behind, its warm-up in grey. The sides share one axis, on which the limit is marked.
 */
public final class ForkChart {
  private static final double WIDTH = 760;
  private static final double HEIGHT = 230;
  private static final double LEFT = 78;
  private static final double TOP = 24;
  private static final double BOTTOM = HEIGHT - 22;
  private static final double GAP = 26;
  private static final double WIDEST_COLUMN = 74;
  private static final int MOST_POINTS = 60;

  private final String unit;
  private final List<ForkPanel> panels;
  private final double limit;
  private final double[] interval;
  private final Scale scale;

  /**
   * A chart.
   *
   * @param unit unit of all values
   * @param panels baseline and candidate, or one of them; at least one fork in all
   * @param limit value that the candidate must not pass, drawn as a line; NaN for none
   * @param interval where the candidate's level lies by the interval of the change; empty for none
   */
  public ForkChart(String unit, List<ForkPanel> panels, double limit, double... interval) {
    this.unit = unit;
    this.panels = List.copyOf(panels);
    this.limit = limit;
    this.interval = interval.clone();
    this.scale = scale();
  }

  /** The image. */
  public String svg(String title, String description) {
    Svg svg = new Svg(WIDTH, HEIGHT, title, description);
    grid(svg);
    double column = columnWidth();
    double x = LEFT + 8;
    for (ForkPanel panel : panels) {
      double width = Math.max(1, panel.columns().size()) * column;
      panel(svg, panel, x, width, column);
      x += width + GAP;
    }
    if (scale.covers(limit)) {
      double y = scale.at(limit);
      svg.line(LEFT, y, WIDTH - 4, y, Ink.LIMIT).attribute("stroke-dasharray", "4 3").empty();
      svg.text(WIDTH - 6, y - 4, "end", Ink.MUTED, "limit");
    }
    return svg.finish();
  }

  private double columnWidth() {
    int columns = panels.stream().mapToInt(p -> Math.max(1, p.columns().size())).sum();
    double room = WIDTH - LEFT - 48 - GAP * (panels.size() - 1);
    return Math.min(WIDEST_COLUMN, room / columns);
  }

  private void grid(Svg svg) {
    for (double tick : scale.ticks(5)) {
      double y = scale.at(tick);
      svg.line(LEFT, y, WIDTH - 4, y, Ink.GRID).attribute("stroke-width", 0.7).empty();
      svg.text(LEFT - 6, y + 4, "end", Ink.MUTED, Figures.quantity(tick, unit));
    }
  }

  private void panel(Svg svg, ForkPanel panel, double x, double width, double column) {
    boolean candidate = panel.candidate();
    svg.text(x, 13, "start", Ink.TEXT, panel.title());
    if (candidate && interval.length == 2) {
      double top = scale.at(interval[1]);
      svg.rectangle(x - 4, top, width + 8, Math.max(1, scale.at(interval[0]) - top), Ink.BAND)
          .empty();
    }
    Ink ink = candidate ? Ink.CANDIDATE : Ink.BASELINE;
    if (scale.covers(panel.center())) {
      double y = scale.at(panel.center());
      svg.line(x - 4, y, x + width + 4, y, ink).attribute("stroke-width", 1.5).empty();
    }
    Svg.Dots warm = new Svg.Dots();
    Svg.Dots steady = new Svg.Dots();
    for (int i = 0; i < panel.columns().size(); i++) {
      strip(panel.columns().get(i), x + i * column, column, warm, steady);
    }
    warm.into(svg, 2.4, Ink.GRID);
    steady.into(svg, 2.4, candidate ? Ink.STRIP : Ink.FAINT);
    for (int i = 0; i < panel.columns().size(); i++) {
      value(svg, panel.columns().get(i), x + (i + 0.5) * column, candidate);
    }
  }

  private void value(Svg svg, ForkColumn fork, double x, boolean candidate) {
    // Full on one side and hollow on the other, for whoever sees no colour.
    Ink fill = candidate ? Ink.CANDIDATE : Ink.PAPER;
    Ink stroke = candidate ? Ink.PAPER : Ink.BASELINE;
    svg.open("circle")
        .attribute("cx", x)
        .attribute("cy", scale.at(fork.value()))
        .attribute("r", 5)
        .attribute("class", "f-" + fill.role() + " s-" + stroke.role())
        .attribute("fill", fill.colour())
        .attribute("stroke", stroke.colour())
        .attribute("stroke-width", 1.8)
        .end()
        .element("title", fork.label() + ": " + Figures.quantity(fork.value(), unit))
        .close("circle");
  }

  private void strip(ForkColumn fork, double x, double width, Svg.Dots warm, Svg.Dots steady) {
    int all = fork.warmup().size() + fork.iterations().size();
    int every = Math.max(1, (all + MOST_POINTS - 1) / MOST_POINTS);
    double step = (width - 8) / Math.max(1, all - 1);
    for (int i = 0; i < all; i += every) {
      boolean warming = i < fork.warmup().size();
      double value =
          warming ? fork.warmup().get(i) : fork.iterations().get(i - fork.warmup().size());
      (warming ? warm : steady).add(x + 4 + i * step, scale.at(value));
    }
  }

  /** Covers every fork and most measured iterations; a wild one sits on the edge. */
  private Scale scale() {
    double[] values =
        columns().flatMap(f -> Stream.of(f.value())).mapToDouble(v -> v).sorted().toArray();
    double[] iterations =
        columns().flatMap(f -> f.iterations().stream()).mapToDouble(v -> v).sorted().toArray();
    List<Double> marks = new ArrayList<>(List.of(values[0], values[values.length - 1]));
    if (iterations.length > 0) {
      marks.add(iterations[(int) (0.02 * (iterations.length - 1))]);
      marks.add(iterations[(int) (0.95 * (iterations.length - 1))]);
    }
    if (Double.isFinite(limit)) {
      marks.add(limit);
    }
    double low = marks.stream().mapToDouble(v -> v).min().orElse(0);
    double high = marks.stream().mapToDouble(v -> v).max().orElse(1);
    double pad = Math.max(0.08 * (high - low), 1e-3 * Math.max(Math.abs(high), 1e-9));
    double bottom = low >= 0 ? Math.max(0, low - pad) : low - pad;
    return new Scale(bottom, high + pad, BOTTOM, TOP);
  }

  private Stream<ForkColumn> columns() {
    return panels.stream().flatMap(panel -> panel.columns().stream());
  }
}
