package dev.gnomon.model;

import dev.gnomon.environment.Environment;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Everything that one measurement of one module observed.
 *
 * @param origin where it came from
 * @param revision what code was measured
 * @param startedAt when measuring began, in the years 1970 to 9999
 * @param took how long measuring took
 * @param environment where it ran
 * @param sampling how it was scheduled
 * @param series one entry a benchmark, sorted by identity, each identity once
 * @param notes what the measurement has to say about itself, one sentence each
 */
public record Run(
    Origin origin,
    Revision revision,
    Instant startedAt,
    Duration took,
    Environment environment,
    Sampling sampling,
    List<Series> series,
    List<String> notes) {

  private static final Instant LATEST = Instant.parse("+10000-01-01T00:00:00Z");

  public Run {
    Objects.requireNonNull(origin, "origin");
    Objects.requireNonNull(revision, "revision");
    Objects.requireNonNull(startedAt, "startedAt");
    Objects.requireNonNull(took, "took");
    Objects.requireNonNull(environment, "environment");
    Objects.requireNonNull(sampling, "sampling");
    series = series.stream().sorted((a, b) -> a.id().compareTo(b.id())).toList();
    notes = List.copyOf(notes);
    if (startedAt.isBefore(Instant.EPOCH) || !startedAt.isBefore(LATEST)) {
      throw new IllegalArgumentException(
          "a run that started at " + startedAt + ", expected a year from 1970 to 9999");
    }
    for (int i = 1; i < series.size(); i++) {
      if (series.get(i).id().equals(series.get(i - 1).id())) {
        throw new IllegalArgumentException(
            "benchmark " + series.get(i).id() + " stands twice in one run, expected once");
      }
    }
  }

  /** Whether its forks ran side by side with those of another run. */
  public boolean interleaved() {
    return origin.source().equals(Origin.INTERLEAVED);
  }

  /** The same run in another environment, as where its user says more about it. */
  public Run in(Environment other) {
    return new Run(origin, revision, startedAt, took, other, sampling, series, notes);
  }

  /** The same run without any other benchmarks. */
  public Run only(Set<BenchmarkId> ids) {
    List<Series> some = series.stream().filter(s -> ids.contains(s.id())).toList();
    return new Run(origin, revision, startedAt, took, environment, sampling, some, notes);
  }

  /** The forks of one benchmark, if the run has it. */
  public Optional<Series> series(BenchmarkId id) {
    return series.stream().filter(s -> s.id().equals(id)).findFirst();
  }
}
