package dev.gnomon.model;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One JVM that measured one benchmark: the unit of replication.
 *
 * @param round scheduling round, from 0; forks of one round are neighbours in time
 * @param startedAt when it was started
 * @param warmup warm-up iterations in order; they never count
 * @param iterations measurement iterations in order; empty where the fork failed or only its value
 *     is known
 * @param secondary secondary results by name, without JMH's leading dot
 * @param noise how disturbed the machine was
 * @param profile its profile
 * @param failure why there is no result; empty for a good fork
 */
public record Fork(
    int round,
    Instant startedAt,
    List<Iteration> warmup,
    List<Iteration> iterations,
    SortedMap<String, Secondary> secondary,
    Noise noise,
    ProfileRef profile,
    Optional<Failure> failure) {

  public Fork {
    Objects.requireNonNull(startedAt, "startedAt");
    warmup = List.copyOf(warmup);
    iterations = List.copyOf(iterations);
    secondary = Collections.unmodifiableSortedMap(new TreeMap<>(secondary));
    Objects.requireNonNull(noise, "noise");
    Objects.requireNonNull(profile, "profile");
    Objects.requireNonNull(failure, "failure");
  }

  /** Whether the fork measured what it should. */
  public boolean succeeded() {
    return failure.isEmpty();
  }
}
