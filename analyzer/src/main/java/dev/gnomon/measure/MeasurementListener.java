package dev.gnomon.measure;

import dev.gnomon.model.BenchmarkId;
import dev.gnomon.model.Fork;
import java.time.Duration;
import java.util.List;

/** Told what happens while measuring; called from one thread at a time. */
public interface MeasurementListener {

  /** The host is up and these benchmarks will be measured. */
  void listed(List<BenchmarkId> benchmarks, int forksPlanned);

  /**
   * A fork ended, well or not. A pilot, of round −1, has warm-up iterations alone.
   *
   * @param done forks ended so far, this one included
   * @param planned forks in all, as far as is known
   * @param left estimated time left
   */
  void forkEnded(BenchmarkId id, Fork fork, int done, int planned, Duration left);

  /**
   * Both forks of a pair ended, well or not.
   *
   * @param baseline the baseline's fork
   * @param candidate the candidate's fork
   * @param done forks ended so far, these included
   * @param planned forks in all, as far as is known
   * @param left estimated time left until then
   */
  void pairEnded(
      BenchmarkId id, Fork baseline, Fork candidate, int done, int planned, Duration left);

  /** Nothing was said for a while; measuring goes on. */
  void heartbeat(BenchmarkId id, int done, int planned, Duration elapsed);

  /** Another build on this machine measures; this one waits for it. */
  void waiting(String holder);
}
