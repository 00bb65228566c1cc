package dev.gnomon.model;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * All forks of one benchmark in one run.
 *
 * @param id which benchmark
 * @param plan how its forks measured
 * @param bytecodeHash hash of the benchmark's own class, empty where unknown
 * @param forks its forks in the order they ran, failed ones included
 */
public record Series(BenchmarkId id, ForkPlan plan, String bytecodeHash, List<Fork> forks) {

  public Series {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(plan, "plan");
    Objects.requireNonNull(bytecodeHash, "bytecodeHash");
    forks = List.copyOf(forks);
  }

  /** The forks that measured what they should. */
  public List<Fork> goodForks() {
    return forks.stream().filter(Fork::succeeded).toList();
  }

  /** The first failure; a benchmark with one is FAILED, however many forks were good. */
  public Optional<Failure> failure() {
    return forks.stream().flatMap(fork -> fork.failure().stream()).findFirst();
  }
}
