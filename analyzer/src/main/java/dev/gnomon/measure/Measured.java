package dev.gnomon.measure;

import dev.gnomon.environment.Fact;
import dev.gnomon.model.Series;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * What a measurement gave: the part of a run that the host JVM knows.
 *
 * @param series forks of each benchmark
 * @param facts facts about the forks' JVM and JMH: vendor, version, VM, collector, heap flags, JMH
 *     version, blackhole mode
 * @param startedAt when measuring began
 * @param took how long it took
 * @param complete false where it was cut short
 * @param notes what the measurement has to say about itself
 */
public record Measured(
    List<Series> series,
    List<Fact> facts,
    Instant startedAt,
    Duration took,
    boolean complete,
    List<String> notes) {
  public Measured {
    series = List.copyOf(series);
    facts = List.copyOf(facts);
    Objects.requireNonNull(startedAt, "startedAt");
    Objects.requireNonNull(took, "took");
    notes = List.copyOf(notes);
  }
}
