package dev.gnomon.compare;

import java.util.List;

/**
 * One side of a comparison.
 *
 * @param values the value of each fork in the metric's unit, grouped by run, newest run first; a
 *     candidate has one group
 * @param center the side's typical value: e to the mean of the logs of its fork values
 * @param spread between-fork standard deviation on the log scale, about the relative one; NaN below
 *     two forks
 */
public record Side(List<List<Double>> values, double center, double spread) {
  public Side {
    values = values.stream().map(List::copyOf).toList();
  }

  /** Forks on this side. */
  public int forks() {
    return values.stream().mapToInt(List::size).sum();
  }
}
