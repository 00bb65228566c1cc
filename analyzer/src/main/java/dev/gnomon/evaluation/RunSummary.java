package dev.gnomon.evaluation;

import dev.gnomon.model.Origin;
import dev.gnomon.model.Revision;
import dev.gnomon.model.Run;
import dev.gnomon.model.Sampling;
import java.time.Duration;
import java.time.Instant;

/**
 * A run without its measurements.
 *
 * @param origin where it came from
 * @param revision what code was measured
 * @param startedAt when measuring began
 * @param took how long measuring took
 * @param sampling how it was scheduled
 * @param benchmarks how many benchmarks it has
 */
public record RunSummary(
    Origin origin,
    Revision revision,
    Instant startedAt,
    Duration took,
    Sampling sampling,
    int benchmarks) {

  /** Summarises a run. */
  public static RunSummary of(Run run) {
    return new RunSummary(
        run.origin(),
        run.revision(),
        run.startedAt(),
        run.took(),
        run.sampling(),
        run.series().size());
  }
}
