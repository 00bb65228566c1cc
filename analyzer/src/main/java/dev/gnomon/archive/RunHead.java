package dev.gnomon.archive;

import dev.gnomon.environment.Environment;
import dev.gnomon.model.Origin;
import dev.gnomon.model.Revision;
import java.time.Instant;
import java.util.Objects;

/**
 * What stands at the start of a stored run, enough to decide whether to read the rest.
 *
 * @param origin where it came from
 * @param revision what code was measured
 * @param startedAt when measuring began
 * @param environment where it ran
 */
public record RunHead(
    Origin origin, Revision revision, Instant startedAt, Environment environment) {
  public RunHead {
    Objects.requireNonNull(origin, "origin");
    Objects.requireNonNull(revision, "revision");
    Objects.requireNonNull(startedAt, "startedAt");
    Objects.requireNonNull(environment, "environment");
  }
}
