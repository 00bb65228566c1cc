package dev.gnomon.report.trend;

import dev.gnomon.history.BenchmarkHistory;
import dev.gnomon.history.Event;
import dev.gnomon.history.History;
import dev.gnomon.history.Place;
import dev.gnomon.report.text.Visible;
import dev.gnomon.report.text.Wording;
import dev.gnomon.report.view.FactView;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Makes the first page. */
final class Overviews {
  /** What the newest runs changed is news. */
  static final int LATELY = 50;

  private static final int TOP = 10;
  private static final int MOST_EARLIER = 300;
  private static final int LONGEST = 300;

  private final History history;
  private final Rows rows;

  Overviews(Site site) {
    this.history = site.history();
    this.rows = new Rows(site);
  }

  OverviewView view() {
    int from = history.runs().size() - LATELY;
    List<Event> lately =
        history.events().stream()
            .filter(event -> event.run() >= from)
            .sorted(Comparator.comparingDouble(event -> -event.leading().worsening()))
            .toList();
    List<Event> earlier = history.events().stream().filter(e -> e.run() < from).toList();
    List<BenchmarkRow> all = history.benchmarks().stream().map(this::row).toList();
    boolean worse = lately.stream().anyMatch(event -> event.leading().worsening() > 0);
    return new OverviewView(
        "Trends of " + Visible.line(history.module(), LONGEST),
        worse ? "failed" : "passed",
        sentence(lately),
        facts(),
        lately.stream().map(rows::event).toList(),
        earlier.stream().limit(MOST_EARLIER).map(rows::event).toList(),
        earlier.size() > MOST_EARLIER
            ? Wording.count(earlier.size() - MOST_EARLIER, "older change")
                + " are on the pages of their benchmarks."
            : "",
        all.stream()
            .sorted(Comparator.comparingDouble((BenchmarkRow row) -> -row.order()))
            .limit(TOP)
            .toList(),
        newest(),
        all,
        places());
  }

  private BenchmarkRow row(BenchmarkHistory benchmark) {
    return rows.benchmark(benchmark, "");
  }

  private String sentence(List<Event> lately) {
    if (history.runs().isEmpty()) {
      return "There are no runs yet.";
    }
    String when =
        history.runs().size() > LATELY
            ? "in the newest %d runs".formatted(LATELY)
            : "in " + Wording.count(history.runs().size(), "run");
    return lately.isEmpty()
        ? "No benchmark changed %s.".formatted(when)
        : EventPages.moved(lately) + " " + when + ".";
  }

  private List<FactView> facts() {
    List<FactView> facts = new ArrayList<>();
    facts.add(
        new FactView(
            "Module",
            Visible.line(history.module(), LONGEST)
                + " of "
                + Visible.line(history.project(), LONGEST)));
    facts.add(new FactView("Branch", Visible.line(history.branch(), LONGEST)));
    if (!history.runs().isEmpty()) {
      facts.add(
          new FactView(
              "Runs",
              "%d from %s to %s"
                  .formatted(
                      history.runs().size(),
                      Telling.day(history.runs().get(0)),
                      Telling.day(history.runs().get(history.runs().size() - 1)))));
    }
    facts.add(new FactView("Benchmarks", "" + history.benchmarks().size()));
    if (!history.leftOut().isEmpty()) {
      facts.add(
          new FactView(
              "Left out",
              history.leftOut().stream()
                  .map(text -> Visible.line(text, LONGEST))
                  .collect(Collectors.joining("; "))));
    }
    return facts;
  }

  /** Benchmarks that were not there from the beginning, the youngest first. */
  private List<BenchmarkRow> newest() {
    return history.benchmarks().stream()
        .filter(benchmark -> benchmark.firstRun() > 0)
        .sorted(Comparator.comparingInt((BenchmarkHistory b) -> -b.firstRun()))
        .limit(TOP)
        .map(this::row)
        .toList();
  }

  private List<FactView> places() {
    List<FactView> places = new ArrayList<>();
    for (Place place : history.places()) {
      places.add(
          new FactView(
              "From %s, %s"
                  .formatted(
                      Telling.day(history.runs().get(place.firstRun())),
                      Wording.count(place.runs(), "run")),
              place.difference().isEmpty()
                  ? facts(place)
                  : Visible.line(place.difference(), LONGEST)));
    }
    Collections.reverse(places);
    return places;
  }

  private static String facts(Place place) {
    String strict =
        place.environment().facts().stream()
            .filter(fact -> fact.strict())
            .map(fact -> fact.name() + " " + fact.value())
            .collect(Collectors.joining("; "));
    return strict.isEmpty() ? "Nothing is known of it." : Visible.line(strict, LONGEST);
  }
}
