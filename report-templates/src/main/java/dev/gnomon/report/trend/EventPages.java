package dev.gnomon.report.trend;

import dev.gnomon.attribution.Attribution;
import dev.gnomon.attribution.FrameChange;
import dev.gnomon.history.BenchmarkHistory;
import dev.gnomon.history.Event;
import dev.gnomon.history.History;
import dev.gnomon.history.Place;
import dev.gnomon.history.SeriesHistory;
import dev.gnomon.history.SeriesKey;
import dev.gnomon.history.Shift;
import dev.gnomon.model.Revision;
import dev.gnomon.report.chart.Sparkline;
import dev.gnomon.report.text.Causes;
import dev.gnomon.report.text.Visible;
import dev.gnomon.report.text.Wording;
import dev.gnomon.report.view.FactView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes the pages of changes. */
final class EventPages {
  private static final int AROUND = 40;
  private static final int MOST_COMMITS = 50;
  private static final int MOST_FRAMES = 5;
  private static final int LONGEST = 200;

  private final Site site;
  private final History history;
  private final TrendOptions options;
  private final Map<SeriesKey, SeriesHistory> series = new HashMap<>();

  EventPages(Site site, TrendOptions options) {
    this.site = site;
    this.history = site.history();
    this.options = options;
    for (BenchmarkHistory benchmark : history.benchmarks()) {
      benchmark.series().forEach(one -> series.put(one.key(), one));
    }
  }

  EventView view(Event event) {
    Revision before = history.runs().get(event.before()).revision();
    Revision after = history.runs().get(event.after()).revision();
    boolean known = Telling.known(before) && Telling.known(after);
    List<Commit> commits =
        known ? options.commits().between(before.commit(), after.commit()) : List.of();
    return new EventView(
        "Change of " + Telling.day(history.runs().get(event.run())),
        event.leading().worsening() > 0 ? "failed" : "passed",
        moved(List.of(event)) + ".",
        facts(event),
        event.shifts().stream().map(this::moved).toList(),
        options.causes().apply(event).stream().map(this::cause).toList(),
        commits.stream().limit(MOST_COMMITS).map(EventPages::visible).toList(),
        note(known, commits.size()),
        known ? "git log " + before.commit() + ".." + after.commit() : "");
  }

  /** How many benchmarks went which way, without a full stop. */
  static String moved(List<Event> events) {
    long worse = count(events, 1);
    long better = count(events, -1);
    if (better == 0) {
      return Wording.count(worse, "benchmark") + " got worse";
    }
    return worse == 0
        ? Wording.count(better, "benchmark") + " got better"
        : "%s got worse and %d better".formatted(Wording.count(worse, "benchmark"), better);
  }

  private static long count(List<Event> events, int way) {
    return events.stream()
        .flatMap(event -> event.shifts().stream())
        .filter(shift -> shift.worsening() * way > 0)
        .map(shift -> shift.key().id())
        .distinct()
        .count();
  }

  private List<FactView> facts(Event event) {
    Place place = history.places().get(event.place());
    List<FactView> facts = new ArrayList<>();
    facts.add(new FactView("Last before", run(event.before())));
    facts.add(new FactView("First after", run(event.after())));
    facts.add(new FactView("Environment", place.fingerprint()));
    facts.add(
        new FactView(
            "Benchmarks",
            "%d of %d"
                .formatted(
                    event.shifts().stream().map(s -> s.key().id()).distinct().count(),
                    history.benchmarks().size())));
    return facts;
  }

  private String run(int index) {
    Revision revision = history.runs().get(index).revision();
    return "%s of %s"
        .formatted(Visible.line(revision.label(), LONGEST), Telling.day(history.runs().get(index)));
  }

  private MovedRow moved(Shift shift) {
    SeriesHistory one = series.get(shift.key());
    String label = site.label(shift.key().id());
    return new MovedRow(
        Telling.mark(shift),
        "../" + site.page(shift.key().id()) + ".html",
        label,
        Wording.metric(shift.key().metric()),
        Telling.pair(shift),
        Telling.change(shift),
        Telling.interval(shift),
        Telling.commits(history, shift.before(), shift.after()),
        Sparkline.svg(
            List.of(one),
            shift.after() - AROUND,
            shift.after() + AROUND,
            "Runs around the change of " + label));
  }

  private EventCause cause(Attribution found) {
    String unit = found.weight().unit();
    return new EventCause(
        site.label(found.id()),
        Causes.sentence(found),
        found.frames().stream()
            .filter(FrameChange::significant)
            .limit(MOST_FRAMES)
            .map(
                change ->
                    "%s %s %s"
                        .formatted(
                            change.delta() < 0 ? "▼" : "▲",
                            Causes.signed(change.delta(), unit),
                            Causes.frame(change.frame())))
            .toList());
  }

  private static Commit visible(Commit commit) {
    return new Commit(
        commit.id().substring(0, Math.min(10, commit.id().length())),
        Visible.line(commit.author(), LONGEST),
        Visible.line(commit.subject(), LONGEST));
  }

  private static String note(boolean known, int commits) {
    if (!known) {
      return "The runs do not tell which commits they measured.";
    }
    if (commits == 0) {
      return "The repository that this page was written in does not know both commits. Where it does:";
    }
    return commits > MOST_COMMITS
        ? "The newest " + MOST_COMMITS + " of more commits; for all:"
        : Wording.count(commits, "commit") + ". To see what changed:";
  }
}
