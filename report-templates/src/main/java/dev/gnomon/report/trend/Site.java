package dev.gnomon.report.trend;

import dev.gnomon.history.BenchmarkHistory;
import dev.gnomon.history.Event;
import dev.gnomon.history.History;
import dev.gnomon.model.BenchmarkId;
import dev.gnomon.report.text.Labels;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What all pages of one site share: its names, its addresses, and where each change is told. */
final class Site {
  private final History history;
  private final Labels labels;
  private final Map<BenchmarkId, String> pages = new HashMap<>();
  private final Map<Event, String> eventPages = new HashMap<>();
  private final Map<BenchmarkId, Map<Integer, Event>> eventsOf = new HashMap<>();

  Site(History history) {
    this.history = history;
    List<BenchmarkId> ids = history.benchmarks().stream().map(BenchmarkHistory::id).toList();
    this.labels = new Labels(ids);
    ids.forEach(id -> pages.put(id, PageNames.of(id)));
    for (Event event : history.events()) {
      eventPages.put(event, PageNames.of(event, history));
      event
          .shifts()
          .forEach(
              shift ->
                  eventsOf
                      .computeIfAbsent(shift.key().id(), id -> new HashMap<>())
                      .put(shift.after(), event));
    }
  }

  History history() {
    return history;
  }

  String label(BenchmarkId id) {
    return labels.of(id);
  }

  /** Path of a benchmark's page below the root of the site, without its ending. */
  String page(BenchmarkId id) {
    return "benchmark/" + pages.get(id);
  }

  /** Name of a benchmark's page, without its directory and its ending. */
  String name(BenchmarkId id) {
    return pages.get(id);
  }

  /** Path of a change's page below the root of the site. */
  String page(Event event) {
    return "change/" + eventPages.get(event) + ".html";
  }

  /** The event that a change of a benchmark belongs to. */
  Event event(BenchmarkId id, int after) {
    return eventsOf.get(id).get(after);
  }
}
