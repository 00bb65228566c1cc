package dev.gnomon.report.flame;

import dev.gnomon.problem.ProblemException;
import dev.gnomon.profile.Profile;
import dev.gnomon.report.ReportOutput;
import dev.gnomon.report.chart.Weighed;
import dev.gnomon.report.exchange.CollapsedText;
import dev.gnomon.report.html.Assets;
import dev.gnomon.report.html.Templates;
import dev.gnomon.report.text.Visible;
import dev.gnomon.report.text.Wording;
import dev.gnomon.report.view.CauseViews;
import dev.gnomon.report.view.FactView;
import dev.gnomon.report.view.Flames;
import dev.gnomon.report.view.Profiled;
import dev.gnomon.unit.Figures;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Writes {@code flame/index.html}, which needs nothing beside it and can be read without script,
 * and the collapsed stacks of each side as {@code flame/1.collapsed} and {@code flame/2.collapsed}.
 */
public final class FlamePage {
  private static final int LONGEST_NAME = 160;
  private static final int LONGEST_TEXT = 400;

  private final Templates templates = new Templates(FlamePage.class);

  /**
   * Writes every file of a page. The same values give the same bytes.
   *
   * @throws ProblemException {@code output-not-writable}
   */
  public void write(FlameRequest request, ReportOutput out) {
    try {
      List<FlamePanel> panels = new ArrayList<>();
      for (FlameSide side : request.sides()) {
        int number = panels.size() + 1;
        text("flame/" + file(number), CollapsedText.of(side.profile()), out);
        panels.add(panel(side, number, request));
      }
      StringWriter page = new StringWriter(1 << 16);
      templates.print("flame", "report", document(request, panels), page);
      text("flame/index.html", page.toString(), out);
    } catch (IOException e) {
      throw new ProblemException(
          "output-not-writable",
          "The flame graph cannot be written: %s. Make room or make the directory writable, or name another with -Dperf.output."
              .formatted(e.getMessage()),
          e);
    }
  }

  private static FlameDocument document(FlameRequest request, List<FlamePanel> panels) {
    String benchmark = Visible.line(request.benchmark(), LONGEST_NAME);
    return new FlameDocument(
        Visible.line(request.title(), LONGEST_NAME),
        benchmark,
        Stream.of(request.note())
            .filter(note -> !note.isEmpty())
            .map(note -> Visible.line(note, LONGEST_TEXT))
            .toList(),
        request.difference().stream()
            .map(found -> CauseViews.of(found, benchmark, "difference"))
            .toList(),
        panels,
        Assets.css(),
        Assets.flame());
  }

  private static FlamePanel panel(FlameSide side, int number, FlameRequest request) {
    String name = Visible.line(side.name(), LONGEST_NAME);
    Profiled profiled =
        new Profiled(
            Integer.toString(number),
            side.profile(),
            weighed(side.unit()),
            note(side),
            List.of(new FactView("Collapsed stacks", file(number))));
    String of = Visible.line(request.benchmark(), LONGEST_NAME) + ", " + name;
    return new FlamePanel(
        name,
        Visible.line(side.label(), LONGEST_TEXT),
        Flames.side(profiled, of, "side", number == 1));
  }

  private static String note(FlameSide side) {
    Profile profile = side.profile();
    String amount =
        weighed(side.unit()) == Weighed.SAMPLES
            ? Wording.count(profile.total(), "sample")
            : Figures.quantity((double) profile.total(), side.unit());
    String how = Visible.line(side.how(), LONGEST_TEXT);
    String whole = how.isEmpty() ? amount : amount + ", " + how;
    return profile.total() == 0 ? "The profile has no sample." : whole + ".";
  }

  private static Weighed weighed(String unit) {
    return switch (unit) {
      case "ns" -> Weighed.TIME;
      case "B" -> Weighed.ALLOCATION;
      default -> Weighed.SAMPLES;
    };
  }

  private static String file(int number) {
    return number + ".collapsed";
  }

  private static void text(String name, String text, ReportOutput out) throws IOException {
    try (OutputStream file = out.create(name)) {
      file.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }
}
