package dev.gnomon.history;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Puts together the shifts that moved together. */
final class Events {
  /** A search may miss the place of a shift by a run or two where the noise is large. */
  private static final int REACH = 2;

  private Events() {}

  /** The events of these shifts; spikes take no part. Newest first. */
  static List<Event> of(List<Shift> shifts) {
    Map<Integer, List<Shift>> byPlace =
        shifts.stream()
            .filter(Shift::stayed)
            .collect(
                Collectors.groupingBy(s -> s.key().place(), TreeMap::new, Collectors.toList()));
    List<Event> events = new ArrayList<>();
    byPlace.forEach((place, all) -> events.addAll(ofPlace(place, all)));
    events.sort(
        Comparator.comparingInt((Event event) -> -event.run()).thenComparingInt(Event::place));
    return events;
  }

  private static List<Event> ofPlace(int place, List<Shift> shifts) {
    TreeMap<Integer, List<Shift>> open = new TreeMap<>();
    shifts.forEach(s -> open.computeIfAbsent(s.after(), run -> new ArrayList<>()).add(s));
    // Where most moved, there it was: their neighbours join them, not the other way round.
    List<Integer> byCrowd =
        open.entrySet().stream()
            .sorted(
                Comparator.comparingInt((Map.Entry<Integer, List<Shift>> e) -> -e.getValue().size())
                    .thenComparing(Map.Entry::getKey))
            .map(Map.Entry::getKey)
            .toList();
    List<Event> events = new ArrayList<>();
    for (int run : byCrowd) {
      if (open.containsKey(run)) {
        Map<Integer, List<Shift>> near = open.subMap(run - REACH, true, run + REACH, true);
        List<Shift> together = near.values().stream().flatMap(List::stream).toList();
        events.add(new Event(place, run, together));
        near.clear();
      }
    }
    return events;
  }
}
