package dev.gnomon.trend;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Keeps the places that two searches agree on. */
final class Vote {
  private static final int TOLERANCE = 3;

  private Vote() {}

  /**
   * Places that at least two of the searches name within three values of each other, ascending.
   *
   * @param searches places of each search, the most exact search first: its place is taken
   */
  static List<Integer> of(List<List<Integer>> searches) {
    List<Integer> agreed = new ArrayList<>();
    for (List<Integer> search : searches) {
      for (int place : search) {
        long supporters = searches.stream().filter(other -> names(other, place)).count();
        if (supporters >= 2 && !names(agreed, place)) {
          agreed.add(place);
        }
      }
    }
    agreed.sort(Comparator.naturalOrder());
    return agreed;
  }

  private static boolean names(List<Integer> places, int place) {
    return places.stream().anyMatch(other -> Math.abs(other - place) <= TOLERANCE);
  }
}
