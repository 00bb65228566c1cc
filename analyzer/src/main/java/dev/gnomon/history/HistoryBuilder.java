package dev.gnomon.history;

import dev.gnomon.archive.RunAddress;
import dev.gnomon.environment.Comparability;
import dev.gnomon.environment.Environment;
import dev.gnomon.environment.Fingerprint;
import dev.gnomon.model.BenchmarkId;
import dev.gnomon.model.RunHead;
import dev.gnomon.trend.ChangePointDetector;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A history while its runs come in, oldest first; it keeps sixteen bytes a value and no run. */
final class HistoryBuilder {
  private final List<RunMark> runs = new ArrayList<>();
  private final Map<String, Integer> placeIndexes = new HashMap<>();
  private final List<Environment> environments = new ArrayList<>();
  private final List<Integer> firstRuns = new ArrayList<>();
  private final Map<SeriesKey, SeriesBuilder> series = new HashMap<>();

  void add(RunAddress address, RunHead head, List<Reading> readings) {
    int place = place(head.environment());
    int run = runs.size();
    runs.add(new RunMark(head.revision(), head.startedAt(), place, address));
    for (Reading reading : readings) {
      series
          .computeIfAbsent(new SeriesKey(reading.id(), reading.metric(), place), SeriesBuilder::new)
          .add(run, reading);
    }
  }

  private int place(Environment environment) {
    return placeIndexes.computeIfAbsent(
        Fingerprint.of(environment),
        fingerprint -> {
          environments.add(environment);
          firstRuns.add(runs.size());
          return environments.size() - 1;
        });
  }

  History build(HistoryQuery query, ChangePointDetector detector, List<String> leftOut) {
    // Each series is a question of its own, so all cores may answer; the order is that of the keys.
    List<SeriesHistory> all =
        series.entrySet().stream().sorted(Map.Entry.comparingByKey()).toList().parallelStream()
            .map(entry -> entry.getValue().build(detector))
            .toList();
    Map<BenchmarkId, List<SeriesHistory>> byBenchmark = new LinkedHashMap<>();
    all.forEach(s -> byBenchmark.computeIfAbsent(s.key().id(), id -> new ArrayList<>()).add(s));
    return new History(
        query.project(),
        query.module(),
        query.branch(),
        runs,
        places(),
        byBenchmark.entrySet().stream()
            .map(entry -> new BenchmarkHistory(entry.getKey(), entry.getValue()))
            .toList(),
        Events.of(all.stream().flatMap(s -> s.shifts().stream()).toList()),
        leftOut);
  }

  private List<Place> places() {
    Map<Integer, Integer> counts = new TreeMap<>();
    runs.forEach(run -> counts.merge(run.place(), 1, Integer::sum));
    List<Place> places = new ArrayList<>();
    for (int i = 0; i < environments.size(); i++) {
      places.add(
          new Place(
              Fingerprint.of(environments.get(i)),
              environments.get(i),
              firstRuns.get(i),
              counts.getOrDefault(i, 0),
              difference(i)));
    }
    return places;
  }

  private String difference(int place) {
    int first = firstRuns.get(place);
    return first == 0
        ? ""
        : Comparability.between(
                environments.get(place), environments.get(runs.get(first - 1).place()))
            .strictSentence();
  }
}
