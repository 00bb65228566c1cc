package dev.gnomon.maven.goal;

import dev.gnomon.history.Event;
import dev.gnomon.history.History;
import dev.gnomon.history.Shift;
import dev.gnomon.report.text.Visible;
import dev.gnomon.report.text.Wording;
import dev.gnomon.unit.Figures;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** What the log says of a history. */
public final class TrendText {
  private static final int MOST = 5;
  private static final int LONGEST = 160;

  private TrendText() {}

  /** The size of the history and its newest changes. */
  public static List<String> lines(History history) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "Gnomon · trends of %s · %s of %s, %s, %s"
            .formatted(
                Visible.line(history.module(), LONGEST),
                Wording.count(history.runs().size(), "run"),
                Visible.line(history.branch(), LONGEST),
                Wording.count(history.benchmarks().size(), "benchmark"),
                Wording.count(history.events().size(), "change")));
    history.leftOut().forEach(text -> lines.add("Left out: " + Visible.line(text, LONGEST)));
    history.events().stream().limit(MOST).map(event -> line(event, history)).forEach(lines::add);
    return lines;
  }

  private static String line(Event event, History history) {
    Shift shift = event.leading();
    long others = event.shifts().stream().map(s -> s.key().id()).distinct().count() - 1;
    return "%s  %s  %s  %s%s"
        .formatted(
            LocalDate.ofInstant(history.runs().get(event.run()).startedAt(), ZoneOffset.UTC),
            ProgressText.name(shift.key().id()),
            Figures.pair(
                shift.point().levelBefore(),
                shift.point().levelAfter(),
                shift.key().metric().unit()),
            Figures.change(Math.expm1(shift.point().shift())),
            others == 0 ? "" : ", and " + Wording.count(others, "other"));
  }

  /** Why there is nothing to show. */
  public static String whyNone(History history) {
    return "The archive holds no clean run of %s %s on %s%s."
        .formatted(
            history.project(),
            history.module(),
            Visible.line(history.branch(), LONGEST),
            history.leftOut().isEmpty()
                ? ""
                : ", but " + Visible.line(String.join(", ", history.leftOut()), LONGEST));
  }
}
