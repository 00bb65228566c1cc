package dev.gnomon.report.chart;

import dev.gnomon.unit.Figures;
import java.util.List;

/** How disturbed the machine was while it measured, a mark for each fork at the time it ran. */
public final class NoiseTimeline {
  private static final double WIDTH = 760;
  private static final double HEIGHT = 130;
  private static final double LEFT = 60;
  private static final double BOTTOM = HEIGHT - 22;
  private static final int MOST = 1500;

  /**
   * One fork.
   *
   * @param seconds since the run began
   * @param waiting share of the time in which something waited for a CPU, from 0 to 1
   * @param stolen share that the hypervisor took
   */
  public record Moment(double seconds, double waiting, double stolen) {}

  private NoiseTimeline() {}

  /** The image; there must be a moment. */
  public static String svg(List<Moment> moments, String description) {
    double end = Math.max(1, moments.stream().mapToDouble(Moment::seconds).max().orElse(1));
    double most =
        moments.stream().mapToDouble(m -> Math.max(m.waiting(), m.stolen())).max().orElse(0);
    Scale x = new Scale(0, end, LEFT, WIDTH - 14);
    Scale y = new Scale(0, Math.max(0.1, Math.min(1, most * 1.1)), BOTTOM, 10);
    Svg svg = new Svg(WIDTH, HEIGHT, "Noise during the run", description);
    for (double tick : y.ticks(4)) {
      svg.line(LEFT, y.at(tick), WIDTH - 14, y.at(tick), Ink.GRID)
          .attribute("stroke-width", 0.7)
          .empty();
      svg.text(LEFT - 6, y.at(tick) + 4, "end", Ink.MUTED, Figures.percent(tick));
    }
    for (double tick : x.ticks(6)) {
      svg.text(x.at(tick), HEIGHT - 6, "middle", Ink.MUTED, clock(tick));
    }
    int every = Math.max(1, moments.size() / MOST);
    Svg.Dots stolen = new Svg.Dots();
    StringBuilder bars = new StringBuilder();
    for (int i = 0; i < moments.size(); i += every) {
      Moment moment = moments.get(i);
      String at = Svg.number(x.at(moment.seconds()));
      bars.append('M')
          .append(at)
          .append(' ')
          .append(Svg.number(BOTTOM))
          .append('V')
          .append(Svg.number(y.at(moment.waiting())));
      if (moment.stolen() > 0) {
        stolen.add(x.at(moment.seconds()), y.at(moment.stolen()));
      }
    }
    svg.open("path")
        .attribute("d", bars.toString())
        .attribute("class", "s-waiting")
        .attribute("stroke", Ink.WAITING.colour())
        .attribute("stroke-width", moments.size() > 150 ? 1.5 : 3)
        .attribute("fill", "none")
        .empty();
    stolen.into(svg, 4, Ink.CANDIDATE);
    return svg.finish();
  }

  private static String clock(double seconds) {
    long whole = Math.round(seconds);
    return whole < 60
        ? whole + " s"
        : whole / 60 + " min" + (whole % 60 == 0 ? "" : " " + whole % 60 + " s");
  }
}
