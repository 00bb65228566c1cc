package dev.gnomon.report.view;

import dev.gnomon.profile.Frame;
import dev.gnomon.report.chart.FlameGraph;
import dev.gnomon.report.chart.HotFrames;
import dev.gnomon.report.text.Visible;
import dev.gnomon.unit.Figures;
import java.util.ArrayList;
import java.util.List;

/** Shows where a benchmark's time went. */
public final class Flames {
  private static final int HOTTEST = 12;
  private static final int LONGEST = 160;
  private static final DataView NO_FRAMES = new DataView("", List.of(), List.of());

  private Flames() {}

  static FlameView of(List<Profiled> sides, String label, String anchor) {
    List<FlameSideView> views = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    for (Profiled side : sides) {
      if (side.found()) {
        String of = sides.size() > 1 ? label + ", " + side.side() : label;
        views.add(side(side, of, anchor + "-flame", views.isEmpty()));
      } else {
        missing.add(side.note());
      }
    }
    return new FlameView(views, missing);
  }

  /**
   * What to show of one side.
   *
   * @param of what was profiled, in one bounded line
   * @param group name of the switch that it belongs to, unique in the page
   * @param first whether it is shown from the start
   */
  public static FlameSideView side(Profiled profiled, String of, String group, boolean first) {
    String svg = FlameGraph.svg(profiled.profile(), profiled.weighed(), of);
    return new FlameSideView(
        new GraphView(group + "-" + profiled.side(), group, profiled.side(), svg, first),
        of,
        profiled.note() + skipped(profiled.profile().skipped()),
        svg.isEmpty() ? NO_FRAMES : hot(profiled),
        profiled.downloads());
  }

  private static String skipped(long lines) {
    return lines == 0
        ? ""
        : " %d lines of the profile were unreadable and are left out.".formatted(lines);
  }

  private static DataView hot(Profiled profiled) {
    boolean code = profiled.weighed().endsInCode();
    return new DataView(
        profiled.weighed().ends(),
        code ? List.of("Share", "Frame", "Kind") : List.of("Share", "Class"),
        HotFrames.of(profiled.profile(), HOTTEST).stream().map(hot -> row(hot, code)).toList());
  }

  private static List<String> row(HotFrames.Hot hot, boolean code) {
    String share = Figures.percent(hot.self());
    String name = Visible.line(hot.frame().name(), LONGEST);
    return code ? List.of(share, name, kind(hot.frame())) : List.of(share, name);
  }

  private static String kind(Frame frame) {
    return switch (frame.kind()) {
      case JAVA -> "Java";
      case NATIVE -> "native";
      case KERNEL -> "kernel";
    };
  }
}
