package dev.gnomon.model;

import dev.gnomon.environment.Environment;
import java.time.Instant;
import java.util.Objects;

/**
 * A run without its measurements: enough to decide whether to read the rest.
 *
 * @param origin where it came from
 * @param revision what code was measured
 * @param startedAt when measuring began
 * @param environment where it ran
 */
public record RunHead(
    Origin origin, Revision revision, Instant startedAt, Environment environment) {
  /** The head of a run. */
  public static RunHead of(Run run) {
    return new RunHead(run.origin(), run.revision(), run.startedAt(), run.environment());
  }

  public RunHead {
    Objects.requireNonNull(origin, "origin");
    Objects.requireNonNull(revision, "revision");
    Objects.requireNonNull(startedAt, "startedAt");
    Objects.requireNonNull(environment, "environment");
  }
}
