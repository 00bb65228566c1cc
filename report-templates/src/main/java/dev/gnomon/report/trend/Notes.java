package dev.gnomon.report.trend;

import dev.gnomon.gate.Acceptance;
import dev.gnomon.gate.Glob;
import dev.gnomon.history.Boundary;
import dev.gnomon.history.Place;
import dev.gnomon.history.RunMark;
import dev.gnomon.history.SeriesHistory;
import dev.gnomon.history.Shift;
import dev.gnomon.model.Metric;
import dev.gnomon.report.chart.HistoryNote;
import dev.gnomon.report.chart.HistoryNote.Tone;
import dev.gnomon.report.text.Visible;
import dev.gnomon.report.text.Wording;
import dev.gnomon.unit.Figures;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What is marked on the chart of one metric of one benchmark, oldest first. */
final class Notes {
  private static final int LONGEST = 300;
  private static final int MOST = 150;

  private final Site site;
  private final List<Acceptance> accepted;
  private final List<Noted> all = new ArrayList<>();
  private final int older;

  /** A mark on the chart with its line below it. */
  private record Noted(HistoryNote note, NoteView view) {}

  Notes(Site site, List<Acceptance> accepted, Metric metric, List<SeriesHistory> series) {
    this.site = site;
    this.accepted = accepted;
    for (SeriesHistory one : series) {
      place(one);
      one.boundaries().forEach(boundary -> boundary(one, boundary));
      one.shifts().forEach(this::shift);
    }
    accepted(metric, series);
    all.sort(Comparator.comparingInt(noted -> noted.note().run()));
    older = Math.max(0, all.size() - MOST);
    all.subList(0, older).clear();
  }

  List<HistoryNote> onChart() {
    // A spike is a dot of its own colour; a line at each would hide the changes.
    return all.stream().map(Noted::note).filter(note -> !note.sign().equals("●")).toList();
  }

  List<NoteView> below() {
    List<NoteView> views = new ArrayList<>(all.stream().map(Noted::view).toList());
    Collections.reverse(views);
    if (older > 0) {
      views.add(
          new NoteView("…", "neutral", Wording.count(older, "older mark") + " left out", "", ""));
    }
    return views;
  }

  private void shift(Shift shift) {
    boolean worse = shift.worsening() > 0;
    String text =
        "%s (%s), %s, between %s; first run %s"
            .formatted(
                Telling.change(shift),
                Telling.interval(shift),
                Telling.pair(shift),
                Telling.commits(site.history(), shift.before(), shift.after()),
                Telling.day(site.history().runs().get(shift.after())));
    if (shift.stayed()) {
      String link = "../" + site.page(site.event(shift.key().id(), shift.after()));
      String sign = Telling.mark(shift).icon();
      String tone = worse ? "worse" : "better";
      add(
          shift.after(),
          sign,
          worse ? Tone.WORSE : Tone.BETTER,
          new NoteView(sign, tone, text, link, "what moved with it"));
    } else {
      String spike = "Spike: " + text + "; the level was soon back";
      add(shift.after(), "●", Tone.PLAIN, new NoteView("●", "spike", spike, "", ""));
    }
  }

  private void place(SeriesHistory one) {
    Place place = site.history().places().get(one.key().place());
    if (!place.difference().isEmpty()) {
      String text =
          "New environment from %s on: %s"
              .formatted(
                  Telling.day(site.history().runs().get(place.firstRun())),
                  Visible.line(place.difference(), LONGEST));
      add(place.firstRun(), "◇", Tone.PLAIN, new NoteView("◇", "neutral", text, "", ""));
    }
  }

  private void boundary(SeriesHistory one, Boundary boundary) {
    int run = one.points().run(boundary.position());
    String text =
        "From %s on: %s".formatted(Telling.day(site.history().runs().get(run)), boundary.reason());
    add(run, "┆", Tone.PLAIN, new NoteView("┆", "neutral", text, "", ""));
  }

  private void accepted(Metric metric, List<SeriesHistory> series) {
    for (Acceptance acceptance : accepted) {
      if (acceptance.metric().equals(metric.name())
          && new Glob(acceptance.benchmark()).matches(series.get(0).key().id())) {
        String text =
            "Accepted on %s by %s, up to %s: %s"
                .formatted(
                    acceptance.acceptedOn(),
                    Visible.line(acceptance.author(), LONGEST),
                    Figures.change(acceptance.upTo()),
                    Visible.line(acceptance.reason(), LONGEST));
        add(runOf(acceptance), "✓", Tone.PLAIN, new NoteView("✓", "neutral", text, "", ""));
      }
    }
  }

  /** The first run of that day or later; the newest where there is none yet. */
  private int runOf(Acceptance acceptance) {
    List<RunMark> runs = site.history().runs();
    for (int i = 0; i < runs.size(); i++) {
      if (!Telling.day(runs.get(i)).isBefore(acceptance.acceptedOn())) {
        return i;
      }
    }
    return runs.size() - 1;
  }

  private void add(int run, String sign, Tone tone, NoteView view) {
    all.add(new Noted(new HistoryNote(run, sign, tone, view.text()), view));
  }

  static String sentenceCase(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }
}
