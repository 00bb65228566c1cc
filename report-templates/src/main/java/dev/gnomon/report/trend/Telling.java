package dev.gnomon.report.trend;

import dev.gnomon.gate.Verdict;
import dev.gnomon.history.Event;
import dev.gnomon.history.History;
import dev.gnomon.history.RunMark;
import dev.gnomon.history.Shift;
import dev.gnomon.model.Metric;
import dev.gnomon.model.Revision;
import dev.gnomon.report.text.Visible;
import dev.gnomon.report.text.Wording;
import dev.gnomon.report.view.MarkView;
import dev.gnomon.unit.Figures;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.regex.Pattern;

/** How changes, runs and commits are told on every page. */
final class Telling {
  private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{7,64}");
  private static final int SHORT = 7;

  private Telling() {}

  static MarkView mark(Shift shift) {
    boolean worse = shift.worsening() > 0;
    Verdict verdict = worse ? Verdict.REGRESSED : Verdict.IMPROVED;
    return new MarkView(
        Wording.icon(verdict),
        Wording.word(verdict, shift.key().metric()),
        worse ? "worse" : "better");
  }

  /** {@code 812 → 928 ns/op}. */
  static String pair(Shift shift) {
    double before = shift.point().levelBefore();
    double after = shift.point().levelAfter();
    String unit = shift.key().metric().unit();
    if (shift.key().metric().equals(Metric.ALLOCATION) && Math.min(before, after) <= 1) {
      // A byte stands for anything below it.
      return before < after
          ? "below 1 → " + Figures.quantity(after, unit)
          : Figures.quantity(before, unit) + " → below 1";
    }
    return Figures.pair(before, after, unit);
  }

  /** {@code +14.3 %}. */
  static String change(Shift shift) {
    return Figures.change(Math.expm1(shift.point().shift()));
  }

  /** {@code +12.6 … +16.1}. */
  static String interval(Shift shift) {
    return Figures.signedNumber(Math.expm1(shift.point().interval().lower()))
        + " … "
        + Figures.signedNumber(Math.expm1(shift.point().interval().upper()));
  }

  static LocalDate day(RunMark run) {
    return LocalDate.ofInstant(run.startedAt(), ZoneOffset.UTC);
  }

  /** {@code 3f2c1ab..91fc852}, the last run before and the first after. */
  static String commits(Event event, History history) {
    return commits(history, event.before(), event.after());
  }

  static String commits(History history, int before, int after) {
    return shortId(history.runs().get(before).revision())
        + ".."
        + shortId(history.runs().get(after).revision());
  }

  static String shortId(Revision revision) {
    String id = Visible.line(revision.commit(), 2 * SHORT);
    return id.isEmpty() ? "unknown" : id.substring(0, Math.min(SHORT, id.length()));
  }

  /** Whether a revision can be named to git. */
  static boolean known(Revision revision) {
    return COMMIT.matcher(revision.commit()).matches();
  }
}
