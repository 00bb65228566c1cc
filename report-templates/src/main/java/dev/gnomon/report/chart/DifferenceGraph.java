package dev.gnomon.report.chart;

import dev.gnomon.attribution.FlameNode;
import dev.gnomon.profile.Frame;
import dev.gnomon.report.text.Causes;
import dev.gnomon.report.text.Visible;
import dev.gnomon.unit.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Two call trees as one flame graph that hangs from its root: as wide as a side's cost, coloured
 * and signed by the change. What grew is orange and bears ▲, what shrank is blue and bears ▼.
 */
public final class DifferenceGraph {
  private static final double WIDTH = 960;
  private static final double ROW = 18;
  private static final int MOST_FRAMES = 220;
  private static final int MOST_ROWS = 48;
  private static final double NARROWEST = 1.5;
  private static final double LETTER = 6.6;
  private static final int LONGEST_TITLE = 200;

  /** Changes below this part of the whole are drawn as none. */
  private static final double SMALL = 0.01;

  private static final double LARGE = 0.05;

  /** What the widths are. */
  public enum Widths {
    /** The candidate's costs. */
    CANDIDATE("candidate"),
    /** The baseline's costs. */
    BASELINE("baseline"),
    /** The baseline's costs of what the candidate hardly has any more. */
    VANISHED("vanished");

    private static final double HARDLY = 0.1;

    private final String word;

    Widths(String word) {
      this.word = word;
    }

    /** In a word. */
    public String word() {
      return word;
    }

    private double own(FlameNode node) {
      return switch (this) {
        case CANDIDATE -> node.candidate();
        case BASELINE -> node.baseline();
        case VANISHED -> node.candidate() < HARDLY * node.baseline() ? node.baseline() : 0;
      };
    }
  }

  private static final class Node {
    private final FlameNode data;
    private final List<Node> children = new ArrayList<>();
    private double width;

    private Node(FlameNode data) {
      this.data = data;
    }
  }

  private record Box(FlameNode data, double x, double width) {}

  private final Node root;
  private final double whole;
  private final String unit;
  private final List<Box> boxes = new ArrayList<>();

  private DifferenceGraph(Node root, double whole, String unit) {
    this.root = root;
    this.whole = whole;
    this.unit = unit;
  }

  /**
   * The image, empty where nothing has a width.
   *
   * @param tree nodes in pre-order
   * @param unit of their costs
   * @param label what was profiled
   */
  public static String svg(List<FlameNode> tree, Widths widths, String unit, String label) {
    Node root = root(tree);
    double whole = sum(root, n -> Math.max(n.baseline(), n.candidate()));
    measure(root, widths);
    if (!(root.width > 0)) {
      return "";
    }
    DifferenceGraph graph = new DifferenceGraph(root, whole, unit);
    for (double narrowest = NARROWEST; narrowest < WIDTH; narrowest *= 1.6) {
      graph.boxes.clear();
      graph.layout(root, 0, narrowest);
      if (graph.boxes.size() <= MOST_FRAMES) {
        break;
      }
    }
    return graph.draw(widths, label);
  }

  /** Depths are foreign too: a node that skips a level hangs from the last one there is. */
  private static Node root(List<FlameNode> tree) {
    Node root = new Node(new FlameNode(0, new Frame("", Frame.Kind.NATIVE), 0, 0));
    List<Node> path = new ArrayList<>(List.of(root));
    for (FlameNode data : tree) {
      int depth = Math.min(data.depth(), Math.min(path.size() - 1, MOST_ROWS - 1));
      path.subList(depth + 1, path.size()).clear();
      Node node = new Node(data);
      path.get(depth).children.add(node);
      path.add(node);
    }
    return root;
  }

  private static double sum(Node root, ToDoubleFunction<FlameNode> cost) {
    return root.children.stream().mapToDouble(c -> cost.applyAsDouble(c.data)).sum();
  }

  /** A caller is as wide as it costs, and never narrower than what it calls. */
  private static void measure(Node node, Widths widths) {
    double below = 0;
    for (Node child : node.children) {
      measure(child, widths);
      below += child.width;
    }
    node.width = Math.max(below, widths.own(node.data));
  }

  private void layout(Node node, double from, double narrowest) {
    double x = from;
    for (Node child : node.children) {
      double width = WIDTH * child.width / root.width;
      if (width >= narrowest) {
        boxes.add(new Box(child.data, x, width));
        layout(child, x, narrowest);
        x += width;
      }
    }
  }

  private String draw(Widths widths, String label) {
    int rows = boxes.stream().mapToInt(b -> b.data().depth()).max().orElse(0) + 1;
    Svg svg =
        new Svg(
            WIDTH,
            Math.min(rows, MOST_ROWS) * ROW + 2,
            "Differential flame graph of %s, %s".formatted(label, widths.word()),
            "wider frames cost more, ▲ and orange grew, ▼ and blue shrank, callees hang below their callers");
    boxes.forEach(box -> frame(svg, box));
    return svg.finish();
  }

  private void frame(Svg svg, Box box) {
    FlameNode data = box.data();
    double delta = data.candidate() - data.baseline();
    String sign = sign(delta);
    String name = sign + Visible.line(data.frame().name(), LONGEST_TITLE);
    double y = Math.min(data.depth(), MOST_ROWS - 1) * ROW;
    svg.open("g").attribute("class", "frame").attribute("data-depth", data.depth()).end();
    svg.element(
        "title",
        "%s: %s (%s)"
            .formatted(
                name,
                Figures.pair(data.baseline(), data.candidate(), unit),
                Causes.signed(delta, unit)));
    svg.rectangle(box.x(), y, Math.max(0.5, box.width() - 0.6), ROW - 1, ink(delta))
        .attribute("rx", 1.5)
        .empty();
    int letters = (int) ((box.width() - 6) / LETTER);
    if (letters >= 3) {
      String shown = name.length() > letters ? sign + Causes.frame(data.frame()) : name;
      svg.text(box.x() + 3, y + 12.5, "start", Ink.TEXT, Visible.line(shown, letters));
    }
    svg.close("g");
  }

  private String sign(double delta) {
    return Math.abs(delta) < SMALL * whole ? "" : delta > 0 ? "▲ " : "▼ ";
  }

  private Ink ink(double delta) {
    if (Math.abs(delta) < SMALL * whole) {
      return Ink.NATIVE;
    }
    boolean large = Math.abs(delta) >= LARGE * whole;
    return delta > 0 ? (large ? Ink.MUCH_MORE : Ink.MORE) : (large ? Ink.MUCH_LESS : Ink.LESS);
  }
}
