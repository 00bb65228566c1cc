package dev.gnomon.report.chart;

import dev.gnomon.profile.Frame;
import dev.gnomon.profile.Profile;
import dev.gnomon.report.text.Visible;
import dev.gnomon.unit.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A profile as a flame graph that hangs from its root. It reads without script; with it a frame can
 * be zoomed into and names can be searched.
 *
 * <p>Its size is bounded: frames narrower than a threshold are drawn as one, and the threshold
 * grows until few enough are left.
 */
public final class FlameGraph {
  private static final double WIDTH = 960;
  private static final double ROW = 18;
  private static final int MOST_FRAMES = 350;
  private static final int MOST_ROWS = 48;
  private static final double NARROWEST = 1.5;
  private static final double LETTER = 6.6;
  private static final int LONGEST_TITLE = 200;

  private record Box(Frame frame, int row, double x, double width, long samples) {}

  private final CallTree root;
  private final Weighed weighed;
  private final List<Box> boxes = new ArrayList<>();

  private FlameGraph(CallTree root, Weighed weighed) {
    this.root = root;
    this.weighed = weighed;
    for (double narrowest = NARROWEST; narrowest < WIDTH; narrowest *= 1.6) {
      boxes.clear();
      layout(root, 0, 0, narrowest);
      if (boxes.size() <= MOST_FRAMES) {
        return;
      }
    }
  }

  /**
   * The image, empty where the profile is.
   *
   * @param weighed what its samples weigh
   * @param label what was profiled
   */
  public static String svg(Profile profile, Weighed weighed, String label) {
    CallTree root = CallTree.of(profile);
    return root.total() == 0 ? "" : new FlameGraph(root, weighed).draw(label);
  }

  private void layout(CallTree node, int row, double from, double narrowest) {
    double x = from;
    double small = 0;
    long smallSamples = 0;
    for (Map.Entry<Frame, CallTree> child : node.children().entrySet()) {
      double width = WIDTH * child.getValue().total() / root.total();
      if (width < narrowest || row >= MOST_ROWS) {
        small += width;
        smallSamples += child.getValue().total();
        continue;
      }
      boxes.add(new Box(child.getKey(), row, x, width, child.getValue().total()));
      layout(child.getValue(), row + 1, x, narrowest);
      x += width;
    }
    if (small >= narrowest) {
      Frame rest = new Frame("… small frames, drawn as one", Frame.Kind.NATIVE);
      boxes.add(new Box(rest, row, x, small, smallSamples));
    }
  }

  private String draw(String label) {
    int rows = boxes.stream().mapToInt(Box::row).max().orElse(0) + 1;
    Svg svg =
        new Svg(
            WIDTH,
            rows * ROW + 2,
            "Flame graph of " + label,
            "wider frames %s, callees hang below their callers".formatted(weighed.wider()));
    for (Box box : boxes) {
      frame(svg, box);
    }
    return svg.finish();
  }

  private void frame(Svg svg, Box box) {
    String name = Visible.line(box.frame().name(), LONGEST_TITLE);
    Ink ink = ink(box.frame());
    double y = box.row() * ROW;
    svg.open("g").attribute("class", "frame").end();
    svg.element(
        "title",
        "%s: %s %s"
            .formatted(
                name, Figures.percent((double) box.samples() / root.total()), weighed.share()));
    svg.rectangle(box.x(), y, Math.max(0.5, box.width() - 0.6), ROW - 1, ink)
        .attribute("rx", 1.5)
        .empty();
    String text = fitting(name, box.width());
    if (!text.isEmpty()) {
      svg.text(box.x() + 3, y + 12.5, "start", Ink.TEXT, text);
    }
    svg.close("g");
  }

  /** What there is room for: the method first, since the package says least. */
  private static String fitting(String name, double width) {
    int letters = (int) ((width - 6) / LETTER);
    if (letters < 3) {
      return "";
    }
    String shown = name;
    int method = shown.lastIndexOf('.');
    int type = method < 0 ? -1 : shown.lastIndexOf('.', method - 1);
    if (shown.length() > letters && type >= 0) {
      shown = shown.substring(type + 1);
    }
    return Visible.line(shown, letters);
  }

  private static Ink ink(Frame frame) {
    return switch (frame.kind()) {
      case JAVA -> Ink.JAVA;
      case NATIVE -> Ink.NATIVE;
      case KERNEL -> Ink.KERNEL;
    };
  }
}
