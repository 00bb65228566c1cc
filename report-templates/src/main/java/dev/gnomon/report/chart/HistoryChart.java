package dev.gnomon.report.chart;

import dev.gnomon.history.Boundary;
import dev.gnomon.history.Points;
import dev.gnomon.history.RunMark;
import dev.gnomon.history.SeriesHistory;
import dev.gnomon.history.Shift;
import dev.gnomon.unit.Figures;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.TreeSet;

/**
 * The values of one benchmark by one metric over all runs: a dot a run, its interval as a thin
 * line, the level between two changes as a thick one. The drawing is an image inside the image,
 * whose units along the runs are runs, so that a script can zoom by one attribute.
 */
public final class HistoryChart {
  private static final double WIDTH = 960;
  private static final double HEIGHT = 300;
  private static final double LEFT = 84;
  private static final double RIGHT = 14;
  private static final double TOP = 22;
  private static final double BOTTOM = HEIGHT - 26;
  private static final double ROOM = WIDTH - LEFT - RIGHT;
  private static final int DATES = 7;
  private static final int MANY = 400;

  private final List<RunMark> runs;
  private final List<SeriesHistory> series;
  private final HistoryScale scale;

  /**
   * A chart.
   *
   * @param runs all runs of the history
   * @param series series of one metric, one for each place, at least one; the last is the newest
   */
  public HistoryChart(List<RunMark> runs, List<SeriesHistory> series) {
    this.runs = runs;
    this.series = List.copyOf(series);
    this.scale = HistoryScale.of(series, BOTTOM - TOP, 0);
  }

  /** Whether its axis is logarithmic. */
  public boolean logarithmic() {
    return scale.logarithmic();
  }

  /**
   * What a script needs to draw on it: the values at its lower and upper edge and {@code linear},
   * or their logs and {@code log}.
   */
  public String axis() {
    return scale.scale().low() + "," + scale.scale().high() + (logarithmic() ? ",log" : ",linear");
  }

  /** How many values sit on the edge because they lie beyond it. */
  public int beyond() {
    return scale.beyond();
  }

  /**
   * The image.
   *
   * @param notes what stands above the runs
   * @param baselineFrom index of the oldest run of the next baseline; the number of runs for none
   */
  public String svg(String title, String description, List<HistoryNote> notes, int baselineFrom) {
    Svg svg = new Svg(WIDTH, HEIGHT, title, description);
    grid(svg);
    dates(svg);
    svg.open("svg")
        .attribute("class", "plot")
        .attribute("x", LEFT)
        .attribute("y", TOP)
        .attribute("width", ROOM)
        .attribute("height", BOTTOM - TOP)
        .attribute("viewBox", "0 0 " + runs.size() + " " + Svg.number(BOTTOM - TOP))
        .attribute("preserveAspectRatio", "none")
        .end();
    if (baselineFrom < runs.size()) {
      svg.rectangle(baselineFrom, 0, runs.size() - baselineFrom, BOTTOM - TOP, Ink.BAND).empty();
    }
    notes.forEach(note -> rule(svg, note));
    for (int i = 0; i < series.size(); i++) {
      draw(svg, series.get(i), i == series.size() - 1);
    }
    svg.close("svg");
    notes.forEach(note -> sign(svg, note));
    return svg.finish();
  }

  private void grid(Svg svg) {
    String unit = series.get(0).key().metric().unit();
    for (double tick : scale.ticks()) {
      double y = TOP + scale.at(tick);
      svg.line(LEFT, y, WIDTH - RIGHT, y, Ink.GRID).attribute("stroke-width", 0.7).empty();
      svg.text(LEFT - 6, y + 4, "end", Ink.MUTED, Figures.precise(tick, unit));
    }
  }

  private void dates(Svg svg) {
    int count = Math.min(DATES, runs.size());
    svg.open("g").attribute("class", "dates").end();
    for (int i = 0; i < count; i++) {
      int run = count == 1 ? 0 : (int) Math.round(i * (runs.size() - 1.0) / (count - 1));
      String anchor = i == 0 && count > 1 ? "start" : i == count - 1 && i > 0 ? "end" : "middle";
      svg.text(x(run), HEIGHT - 8, anchor, Ink.MUTED, day(run).toString());
    }
    svg.close("g");
  }

  private double x(int run) {
    return LEFT + ROOM * (run + 0.5) / runs.size();
  }

  private LocalDate day(int run) {
    return LocalDate.ofInstant(runs.get(run).startedAt(), ZoneOffset.UTC);
  }

  private void rule(Svg svg, HistoryNote note) {
    svg.open("path")
        .attribute("d", "M" + note.run() + " 0V" + Svg.number(BOTTOM - TOP))
        .attribute("class", "s-" + note.tone().ink().role())
        .attribute("stroke", note.tone().ink().colour())
        .attribute("stroke-width", 1)
        .attribute("stroke-dasharray", note.tone() == HistoryNote.Tone.PLAIN ? "2 3" : "5 3")
        .attribute("vector-effect", "non-scaling-stroke")
        .end()
        .element("title", note.text())
        .close("path");
  }

  private void sign(Svg svg, HistoryNote note) {
    svg.open("text")
        .attribute("class", "sign f-" + note.tone().ink().role())
        .attribute("data-run", note.run())
        .attribute("x", LEFT + ROOM * note.run() / runs.size())
        .attribute("y", TOP - 7)
        .attribute("text-anchor", "middle")
        .attribute("fill", note.tone().ink().colour())
        .end();
    svg.element("title", note.text());
    svg.element("tspan", note.sign()).close("text");
  }

  private void draw(Svg svg, SeriesHistory one, boolean newest) {
    intervals(svg, one.points());
    levels(svg, one, newest ? Ink.TEXT : Ink.MUTED);
    TreeSet<Integer> spikes = new TreeSet<>();
    one.shifts().stream()
        .filter(shift -> !shift.stayed())
        .forEach(spike -> spikes.add(spike.point().index()));
    StringBuilder plain = new StringBuilder();
    StringBuilder wild = new StringBuilder();
    Points points = one.points();
    for (int i = 0; i < points.size(); i++) {
      (spikes.contains(i) ? wild : plain)
          .append('M')
          .append(points.run(i))
          .append(".5 ")
          .append(Svg.number(scale.at(points.value(i))))
          .append("h0");
    }
    double size = points.size() > MANY ? 3 : 5;
    stroke(svg, plain, size, newest ? Ink.CANDIDATE : Ink.FAINT, "round");
    stroke(svg, wild, size + 2, Ink.WAITING, "round");
  }

  private void intervals(Svg svg, Points points) {
    StringBuilder path = new StringBuilder();
    for (int i = 0; i < points.size(); i++) {
      if (points.hasInterval(i) && points.high(i) > points.low(i)) {
        path.append('M')
            .append(points.run(i))
            .append(".5 ")
            .append(Svg.number(scale.at(points.low(i))))
            .append('V')
            .append(Svg.number(scale.at(points.high(i))));
      }
    }
    stroke(svg, path, 1, Ink.STRIP, "butt");
  }

  private void levels(Svg svg, SeriesHistory one, Ink ink) {
    TreeSet<Integer> starts = new TreeSet<>(List.of(0, one.points().size()));
    one.changes().stream().map(Shift::point).forEach(point -> starts.add(point.index()));
    one.boundaries().stream().map(Boundary::position).forEach(starts::add);
    StringBuilder path = new StringBuilder();
    for (int from : starts.headSet(one.points().size())) {
      int to = starts.higher(from);
      path.append('M')
          .append(one.points().run(from))
          .append(' ')
          .append(Svg.number(scale.at(HistoryScale.level(one.points(), from, to))))
          .append('H')
          .append(one.points().run(to - 1) + 1);
    }
    stroke(svg, path, 1.6, ink, "butt");
  }

  private static void stroke(Svg svg, StringBuilder path, double size, Ink ink, String cap) {
    if (path.length() > 0) {
      svg.open("path")
          .attribute("d", path.toString())
          .attribute("class", "s-" + ink.role())
          .attribute("stroke", ink.colour())
          .attribute("stroke-width", size)
          .attribute("stroke-linecap", cap)
          .attribute("vector-effect", "non-scaling-stroke")
          .attribute("fill", "none")
          .empty();
    }
  }
}
