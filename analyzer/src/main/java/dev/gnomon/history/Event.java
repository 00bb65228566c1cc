package dev.gnomon.history;

import java.util.Comparator;
import java.util.List;

/**
 * Shifts of several benchmarks that happened in one place within a few runs of each other, and so
 * may have one cause.
 *
 * @param place index of the place
 * @param run index in the history of the run at which most of them have their new level
 * @param shifts the shifts, worst first; at least one
 */
public record Event(int place, int run, List<Shift> shifts) {
  private static final Comparator<Shift> WORST_FIRST =
      Comparator.comparingDouble((Shift shift) -> -shift.worsening()).thenComparing(Shift::key);

  public Event {
    shifts = shifts.stream().sorted(WORST_FIRST).toList();
    if (shifts.isEmpty()) {
      throw new IllegalArgumentException("an event without a shift, expected at least one");
    }
  }

  /** The worst of its shifts; where all are improvements, the largest improvement. */
  public Shift leading() {
    Shift worst = shifts.get(0);
    return worst.worsening() > 0 ? worst : shifts.get(shifts.size() - 1);
  }

  /** Index of the last run that surely had the old level of every benchmark. */
  public int before() {
    return shifts.stream().mapToInt(Shift::before).min().orElseThrow();
  }

  /** Index of the first run that surely had the new level of every benchmark. */
  public int after() {
    return shifts.stream().mapToInt(Shift::after).max().orElseThrow();
  }
}
