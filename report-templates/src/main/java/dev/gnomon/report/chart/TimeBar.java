package dev.gnomon.report.chart;

import dev.gnomon.unit.Figures;
import java.util.List;
import java.util.stream.Collectors;

/** Where the time of the workers went, one bar a side. */
public final class TimeBar {
  private static final double WIDTH = 760;
  private static final double ROW = 30;
  private static final double LEFT = 86;
  private static final double LEGEND = 24;

  /**
   * Shares of the workers' time; they add up to 1.
   *
   * @param side what stands before the bar
   * @param onCpu share on a CPU
   * @param waiting share on the run queue, waiting for one
   * @param blocked the rest: locks, parking, input and output
   */
  public record Shares(String side, double onCpu, double waiting, double blocked) {
    /** In words. */
    public String words() {
      return "%s on a CPU, %s waiting for one, %s blocked"
          .formatted(Figures.percent(onCpu), Figures.percent(waiting), Figures.percent(blocked));
    }
  }

  private TimeBar() {}

  /** The image. */
  public static String svg(List<Shares> sides, String label) {
    Svg svg =
        new Svg(
            WIDTH,
            ROW * sides.size() + LEGEND,
            "Where the workers' time of " + label + " went",
            sides.stream().map(s -> s.side() + ": " + s.words()).collect(Collectors.joining("; ")));
    for (int i = 0; i < sides.size(); i++) {
      bar(svg, sides.get(i), i * ROW + 3);
    }
    double y = ROW * sides.size() + 14;
    legend(svg, LEFT, y, Ink.ON_CPU, "on a CPU");
    legend(svg, LEFT + 100, y, Ink.WAITING, "waiting for a CPU");
    legend(svg, LEFT + 250, y, Ink.BLOCKED, "blocked");
    return svg.finish();
  }

  private static void bar(Svg svg, Shares shares, double y) {
    svg.text(LEFT - 8, y + 15, "end", Ink.TEXT, shares.side());
    double room = WIDTH - LEFT - 4;
    double x = LEFT;
    double[] parts = {shares.onCpu(), shares.waiting(), shares.blocked()};
    Ink[] inks = {Ink.ON_CPU, Ink.WAITING, Ink.BLOCKED};
    for (int i = 0; i < parts.length; i++) {
      double width = room * parts[i];
      svg.rectangle(x, y, width, ROW - 8, inks[i]).empty();
      if (width > 60) {
        svg.text(x + 6, y + 15, "start", i == 0 ? Ink.PAPER : Ink.TEXT, Figures.percent(parts[i]));
      }
      x += width;
    }
  }

  private static void legend(Svg svg, double x, double y, Ink ink, String text) {
    svg.rectangle(x, y - 9, 10, 10, ink).empty();
    svg.text(x + 15, y, "start", Ink.MUTED, text);
  }
}
