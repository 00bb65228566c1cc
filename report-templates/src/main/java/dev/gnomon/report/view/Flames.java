package dev.gnomon.report.view;

import dev.gnomon.profile.Frame;
import dev.gnomon.report.chart.FlameGraph;
import dev.gnomon.report.chart.HotFrames;
import dev.gnomon.report.text.Visible;
import dev.gnomon.unit.Figures;
import java.util.List;

/** Shows where a benchmark's time went. */
final class Flames {
  private static final int HOTTEST = 12;

  private Flames() {}

  static FlameView of(Profiled profiled, String label) {
    String svg = FlameGraph.svg(profiled.profile(), label);
    if (svg.isEmpty()) {
      return FlameView.none(profiled.note());
    }
    String skipped =
        profiled.profile().skipped() == 0
            ? ""
            : " %d lines of the profile were unreadable and are left out."
                .formatted(profiled.profile().skipped());
    return new FlameView(
        true,
        svg,
        profiled.note() + "." + skipped,
        new DataView(
            "Frames that the samples ended in",
            List.of("Share", "Frame", "Kind"),
            HotFrames.of(profiled.profile(), HOTTEST).stream().map(Flames::row).toList()),
        profiled.file().isEmpty()
            ? List.of()
            : List.of(new FactView("Collapsed stacks", profiled.file())));
  }

  private static List<String> row(HotFrames.Hot hot) {
    return List.of(
        Figures.percent(hot.self()), Visible.line(hot.frame().name(), 160), kind(hot.frame()));
  }

  private static String kind(Frame frame) {
    return switch (frame.kind()) {
      case JAVA -> "Java";
      case NATIVE -> "native";
      case KERNEL -> "kernel";
    };
  }
}
