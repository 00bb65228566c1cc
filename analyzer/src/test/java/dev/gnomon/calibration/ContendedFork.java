package dev.gnomon.calibration;

import dev.gnomon.compare.Location;
import dev.gnomon.compare.Observed;
import dev.gnomon.compare.TimeBasis;
import dev.gnomon.model.Background;
import dev.gnomon.model.BenchmarkId;
import dev.gnomon.model.Fork;
import dev.gnomon.model.ForkPlan;
import dev.gnomon.model.Iteration;
import dev.gnomon.model.Mode;
import dev.gnomon.model.Noise;
import dev.gnomon.model.ProfileRef;
import dev.gnomon.model.Series;
import dev.gnomon.model.WorkerTime;
import dev.gnomon.stats.Sample;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One fork that was measured while other processes ran.
 *
 * @param condition what else ran
 * @param benchmark its name
 * @param round forks of neighbouring rounds are neighbours in time
 * @param threads worker threads
 * @param iterations steady iterations
 */
record ContendedFork(
    String condition, String benchmark, int round, int threads, List<Iteration> iterations) {

  private static final int WARM_UP = 15;

  static ContendedFork of(ForkFile.Line line) {
    int threads = Integer.parseInt(line.texts().get("threads"));
    double[] wall = line.lists().get("wall");
    List<Iteration> iterations = new ArrayList<>();
    for (int i = WARM_UP; i < wall.length; i++) {
      iterations.add(iteration(line.lists(), threads, i));
    }
    return new ContendedFork(
        line.texts().get("condition"),
        line.texts().get("benchmark"),
        Integer.parseInt(line.texts().get("round")),
        threads,
        iterations);
  }

  private static Iteration iteration(Map<String, double[]> lists, int threads, int i) {
    double ops = lists.get("allOps")[i];
    return new Iteration(
        lists.get("wall")[i],
        ops,
        new WorkerTime(
            threads,
            (long) lists.get("windowNs")[i],
            (long) (lists.get("cpuNsPerOp")[i] * ops),
            (long) (lists.get("delayNsPerOp")[i] * ops)),
        Background.NONE);
  }

  /** JMH's score of the fork. */
  double score() {
    return iterations.stream().mapToDouble(Iteration::nsPerOp).average().orElseThrow();
  }

  double value(Location location, TimeBasis basis) {
    return location.of(Sample.of(iterations.stream().mapToDouble(basis::time).toArray()));
  }

  /** The same fork when every tenth iteration, from a place on, takes so much longer. */
  ContendedFork withSlowTenth(double factor) {
    List<Iteration> hit = new ArrayList<>();
    for (int i = 0; i < iterations.size(); i++) {
      Iteration it = iterations.get(i);
      hit.add(
          (i + round) % 10 == 0
              ? new Iteration(
                  it.nsPerOp() * factor, it.ops() / factor, it.workers(), it.background())
              : it);
    }
    return new ContendedFork(condition, benchmark, round, threads, hit);
  }

  /** The basis on which forks like these are scored. */
  static TimeBasis basis(List<ContendedFork> forks, int cpus) {
    ContendedFork first = forks.get(0);
    List<Fork> all =
        forks.stream()
            .map(
                f ->
                    new Fork(
                        f.round(),
                        Instant.EPOCH,
                        List.of(),
                        f.iterations(),
                        new TreeMap<>(),
                        Noise.NONE,
                        ProfileRef.OFF,
                        Optional.empty()))
            .toList();
    BenchmarkId id =
        BenchmarkId.of(first.benchmark(), Map.of(), Mode.AVERAGE_TIME, first.threads());
    ForkPlan plan = new ForkPlan(WARM_UP, 100_000_000, 30, 100_000_000, 60_000_000_000L);
    return TimeBasis.of(new Observed(new Series(id, plan, "", all), cpus, 0));
  }
}
