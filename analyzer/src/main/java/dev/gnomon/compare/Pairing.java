package dev.gnomon.compare;

import dev.gnomon.model.BenchmarkId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One benchmark on both sides.
 *
 * @param id which benchmark
 * @param candidate its forks in the candidate, if it is there
 * @param baseline its comparable forks by run, newest first
 * @param known whether any run of the baseline has it, comparable or not
 * @param obstacle why the newest baseline that has it may not be compared; empty where it may
 */
public record Pairing(
    BenchmarkId id,
    Optional<Observed> candidate,
    List<Observed> baseline,
    boolean known,
    Optional<String> obstacle) {
  /** Whether the benchmark's own code is known to differ from that of the newest baseline. */
  public boolean benchmarkChanged() {
    return candidate.isPresent()
        && !baseline.isEmpty()
        && !candidate.get().series().bytecodeHash().equals(baseline.get(0).series().bytecodeHash());
  }

  public Pairing {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(candidate, "candidate");
    baseline = List.copyOf(baseline);
    Objects.requireNonNull(obstacle, "obstacle");
  }
}
