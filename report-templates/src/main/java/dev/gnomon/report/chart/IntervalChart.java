package dev.gnomon.report.chart;

import dev.gnomon.compare.Change;
import dev.gnomon.gate.Judgement;
import dev.gnomon.gate.Verdict;
import dev.gnomon.report.text.Facts;
import dev.gnomon.report.text.Wording;
import dev.gnomon.unit.Figures;
import java.util.Arrays;
import java.util.List;

/**
 * Intervals of many changes on one axis, on which right means worse. The axis shows what matters at
 * the limits; what lies beyond its ends gets an arrow.
 */
public final class IntervalChart {
  private static final double WIDTH = 260;
  private static final double HEIGHT = 22;
  private static final double PAD = 9;
  private static final double WIDEST = Math.log(3);

  private final Scale scale;

  /** An axis that suits these judgements. */
  public IntervalChart(List<Judgement> judgements) {
    double[] reaches =
        judgements.stream()
            .flatMap(j -> j.change().stream())
            .mapToDouble(IntervalChart::reach)
            .filter(Double::isFinite)
            .sorted()
            .toArray();
    double limit =
        judgements.stream()
            .filter(j -> j.change().isPresent())
            .mapToDouble(j -> Math.log1p(j.rule().threshold()))
            .max()
            .orElse(0.03);
    double typical =
        reaches.length == 0 ? 0 : reaches[(int) Math.floor(0.9 * (reaches.length - 1))];
    double largest = reaches.length == 0 ? 0 : reaches[reaches.length - 1];
    // All of them where the limits stay visible, else most of them.
    double wanted = largest <= 12 * limit ? largest : typical;
    double half = Math.min(WIDEST, Math.max(2.5 * limit, 1.1 * wanted));
    this.scale = new Scale(-half, half, PAD, WIDTH - PAD);
  }

  private static double reach(Change change) {
    return Arrays.stream(new double[] {change.interval().lower(), change.interval().upper()})
        .map(Math::abs)
        .max()
        .orElse(0);
  }

  /** The axis with its numbers, to stand above the rows. */
  public String axis() {
    double shown = Math.expm1(scale.high());
    Svg svg =
        new Svg(
            WIDTH,
            HEIGHT,
            "Axis of the intervals",
            "from %s to %s of cost; right is worse"
                .formatted(Figures.change(Math.expm1(-scale.high())), Figures.change(shown)));
    svg.text(PAD, 12, "start", Ink.BETTER, "◂ better");
    svg.text(scale.at(0), 12, "middle", Ink.MUTED, "0");
    svg.text(WIDTH - PAD, 12, "end", Ink.WORSE, "worse ▸");
    for (double tick : new Scale(-shown, shown, 0, 1).ticks(6)) {
      if (tick > -1) {
        double x = scale.at(Math.log1p(tick));
        svg.line(x, HEIGHT - 5, x, HEIGHT, Ink.LIMIT).empty();
      }
    }
    return svg.finish();
  }

  /** One row: the limits as a band, the interval as a bar, the estimate as a dot. */
  public String row(Judgement judgement, String label) {
    Change change = judgement.change().orElseThrow();
    Svg svg =
        new Svg(
            WIDTH,
            HEIGHT,
            label + ": " + Wording.word(judgement),
            "%s, interval %s %%, limit %s"
                .formatted(
                    Facts.change(judgement, change),
                    Facts.interval(judgement, change),
                    Facts.limit(judgement)));
    double limit = Math.log1p(judgement.rule().threshold());
    double left = scale.at(-limit);
    double right = scale.at(limit);
    svg.rectangle(left, 1, right - left, HEIGHT - 2, Ink.BAND).empty();
    svg.line(left, 1, left, HEIGHT - 1, Ink.LIMIT).attribute("stroke-dasharray", "2 2").empty();
    svg.line(right, 1, right, HEIGHT - 1, Ink.LIMIT).attribute("stroke-dasharray", "2 2").empty();
    svg.line(scale.at(0), 1, scale.at(0), HEIGHT - 1, Ink.FAINT).empty();
    bar(svg, change, ink(judgement.verdict(), change));
    return svg.finish();
  }

  private void bar(Svg svg, Change change, Ink ink) {
    double y = HEIGHT / 2;
    double low = change.interval().lower();
    double high = change.interval().upper();
    svg.line(scale.at(low), y, Math.max(scale.at(high), scale.at(low) + 1), y, ink)
        .attribute("stroke-width", 4)
        .empty();
    arrow(svg, low < scale.low(), PAD, -1, ink);
    arrow(svg, high > scale.high(), WIDTH - PAD, 1, ink);
    if (scale.covers(change.logRatio())) {
      svg.open("circle")
          .attribute("cx", scale.at(change.logRatio()))
          .attribute("cy", y)
          .attribute("r", 4.5)
          .attribute("class", "f-" + ink.role() + " s-paper")
          .attribute("fill", ink.colour())
          .attribute("stroke", Ink.PAPER.colour())
          .attribute("stroke-width", 1.5)
          .empty();
    }
  }

  private static void arrow(Svg svg, boolean beyond, double x, int way, Ink ink) {
    if (beyond) {
      double tip = x + way * 7;
      svg.open("path")
          .attribute(
              "d", "M%s 5L%s 11L%s 17Z".formatted(Svg.number(x), Svg.number(tip), Svg.number(x)))
          .attribute("class", "f-" + ink.role())
          .attribute("fill", ink.colour())
          .empty();
    }
  }

  private static Ink ink(Verdict verdict, Change change) {
    return switch (verdict) {
      case REGRESSED, SUSPECT -> Ink.WORSE;
      case IMPROVED -> Ink.BETTER;
      case ENVIRONMENT -> change.logRatio() > 0 ? Ink.WORSE : Ink.BETTER;
      case FAILED, MISSING, INCOMPARABLE, INCONCLUSIVE, NEW, UNCHANGED -> Ink.NEUTRAL;
    };
  }
}
