package dev.gnomon.report.chart;

import dev.gnomon.report.text.Markup;
import java.util.Locale;

/**
 * Builds one SVG image. Every attribute and every text is escaped here. Colours are presentation
 * attributes for readers without style; a class of the same meaning lets the page's style take
 * over, for instance in the dark.
 */
final class Svg {
  private final StringBuilder out = new StringBuilder(4096);

  /**
   * Starts an image.
   *
   * @param width width in user units
   * @param height height in user units
   * @param title what the image is, read aloud and shown on hover
   * @param description what it shows, in words
   */
  Svg(double width, double height, String title, String description) {
    open("svg")
        .attribute("xmlns", "http://www.w3.org/2000/svg")
        .attribute("role", "img")
        .attribute("width", width)
        .attribute("height", height)
        .attribute("viewBox", "0 0 " + number(width) + " " + number(height))
        .attribute("font-family", "system-ui, sans-serif")
        .attribute("font-size", 11);
    end();
    element("title", title);
    if (!description.isEmpty()) {
      element("desc", description);
    }
  }

  /** Starts an element; attributes follow. */
  Svg open(String name) {
    out.append('<').append(name);
    return this;
  }

  Svg attribute(String name, String value) {
    out.append(' ').append(name).append("=\"");
    Markup.append(out, value);
    out.append('"');
    return this;
  }

  Svg attribute(String name, double value) {
    return attribute(name, number(value));
  }

  /** The tag's end; children follow. */
  Svg end() {
    out.append('>');
    return this;
  }

  /** The end of an element without children. */
  Svg empty() {
    out.append("/>");
    return this;
  }

  Svg close(String name) {
    out.append("</").append(name).append('>');
    return this;
  }

  Svg element(String name, String text) {
    open(name).end();
    Markup.append(out, text);
    return close(name);
  }

  /** A filled rectangle with a colour by role. */
  Svg rectangle(double x, double y, double width, double height, Ink fill) {
    return open("rect")
        .attribute("x", x)
        .attribute("y", y)
        .attribute("width", Math.max(0, width))
        .attribute("height", Math.max(0, height))
        .attribute("class", "f-" + fill.role())
        .attribute("fill", fill.colour());
  }

  /** A line with a colour by role; the element is left open for more attributes. */
  Svg line(double x1, double y1, double x2, double y2, Ink stroke) {
    return open("path")
        .attribute("d", "M" + number(x1) + " " + number(y1) + "L" + number(x2) + " " + number(y2))
        .attribute("class", "s-" + stroke.role())
        .attribute("stroke", stroke.colour())
        .attribute("fill", "none");
  }

  /** Text with a colour by role. */
  Svg text(double x, double y, String anchor, Ink fill, String text) {
    open("text")
        .attribute("x", x)
        .attribute("y", y)
        .attribute("text-anchor", anchor)
        .attribute("class", "f-" + fill.role())
        .attribute("fill", fill.colour())
        .end();
    Markup.append(out, text);
    return close("text");
  }

  /** Ends the image. */
  String finish() {
    return close("svg").out.toString();
  }

  /** One decimal at most: a tenth of a pixel is more than anybody sees. */
  static String number(double value) {
    double rounded = Math.rint(value * 10) / 10;
    return rounded == Math.rint(rounded)
        ? Long.toString((long) rounded)
        : String.format(Locale.ROOT, "%.1f", rounded);
  }

  /** Appends points as a path of dots, the shortest way to say many. */
  static final class Dots {
    private final StringBuilder path = new StringBuilder();

    void add(double x, double y) {
      path.append('M').append(number(x)).append(' ').append(number(y)).append("h0");
    }

    boolean isEmpty() {
      return path.length() == 0;
    }

    void into(Svg svg, double size, Ink ink) {
      if (!isEmpty()) {
        svg.open("path")
            .attribute("d", path.toString())
            .attribute("class", "s-" + ink.role())
            .attribute("stroke", ink.colour())
            .attribute("stroke-width", size)
            .attribute("stroke-linecap", "round")
            .empty();
      }
    }
  }
}
