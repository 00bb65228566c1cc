package dev.gnomon.model;

import dev.gnomon.unit.Direction;
import java.util.Objects;

/**
 * A quantity that is judged, one value a fork.
 *
 * @param name stable name, as in JMH's secondary results where it comes from there
 * @param unit unit of its values, for instance {@code ns/op}
 * @param direction which way is better
 */
public record Metric(String name, String unit, Direction direction) {

  /** Time per operation and thread, in ns; throughput is inverted at the door. */
  public static final Metric TIME = new Metric("time", "ns/op", Direction.LOWER_IS_BETTER);

  /** Bytes allocated per operation, as JMH's GC profiler counts them. */
  public static final Metric ALLOCATION =
      new Metric("gc.alloc.rate.norm", "B/op", Direction.LOWER_IS_BETTER);

  public Metric {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(unit, "unit");
    Objects.requireNonNull(direction, "direction");
  }
}
