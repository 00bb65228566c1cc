package dev.gnomon.maven.it;

import dev.gnomon.model.Background;
import dev.gnomon.model.Fork;
import dev.gnomon.model.Iteration;
import dev.gnomon.model.ProfileRef;
import dev.gnomon.model.Series;
import dev.gnomon.model.WorkerTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A benchmark whose forks have profiles: one method of a known cost, beside 60 ns/op of another.
 *
 * @param series its forks
 * @param profiles collapsed stacks by the names that the forks call them
 */
record ProfiledRun(Series series, Map<String, String> profiles) {
  private static final String STUB = "a/jmh_generated/Cache_get_jmhTest.get_avgt_jmhStub;";
  private static final int OPERATIONS = 1_000;
  private static final double REST = 60;

  /** {@code a.Cache.get}, which spends so many ns/op in {@code a.Cache.hash}. */
  static ProfiledRun of(double hash, String engine) {
    Series plain = StoredRuns.series("a.Cache.get", (hash + REST) / 100, StoredRuns.STEADY);
    List<Fork> forks = new ArrayList<>();
    Map<String, String> profiles = new TreeMap<>();
    for (Fork fork : plain.forks()) {
      double time = fork.iterations().get(0).nsPerOp();
      double speed = time / (hash + REST);
      String file = "fork-%04d.collapsed".formatted(forks.size());
      profiles.put(file, line("hash", hash * speed) + line("find", REST * speed));
      forks.add(
          new Fork(
              fork.round(),
              fork.startedAt(),
              List.of(),
              List.of(new Iteration(time, OPERATIONS, WorkerTime.NONE, Background.NONE)),
              new TreeMap<>(),
              fork.noise(),
              new ProfileRef("ok", file, "cpu", engine, 10_000_000),
              Optional.empty()));
    }
    return new ProfiledRun(new Series(plain.id(), plain.plan(), "hash", forks), profiles);
  }

  private static String line(String method, double nsPerOp) {
    return "%sa/Cache.get;a/Cache.%s %d\n"
        .formatted(STUB, method, Math.round(nsPerOp * OPERATIONS));
  }
}
