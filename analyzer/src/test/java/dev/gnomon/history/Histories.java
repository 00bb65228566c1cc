package dev.gnomon.history;

import dev.gnomon.archive.RunAddress;
import dev.gnomon.archive.RunArchive;
import dev.gnomon.environment.Environment;
import dev.gnomon.environment.Fingerprint;
import dev.gnomon.json.SmallRuns;
import dev.gnomon.model.BenchmarkId;
import dev.gnomon.model.Fork;
import dev.gnomon.model.ForkPlan;
import dev.gnomon.model.Iteration;
import dev.gnomon.model.Mode;
import dev.gnomon.model.Noise;
import dev.gnomon.model.Origin;
import dev.gnomon.model.ProfileRef;
import dev.gnomon.model.Revision;
import dev.gnomon.model.Run;
import dev.gnomon.model.RunHead;
import dev.gnomon.model.Sampling;
import dev.gnomon.model.Secondary;
import dev.gnomon.model.Series;
import dev.gnomon.problem.ProblemException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** An archive in memory, filled a run at a time. */
final class Histories implements RunArchive {
  static final Environment HERE = SmallRuns.strict("cpu.model", "X", "jvm.major", "17");
  static final Environment UPGRADED = SmallRuns.strict("cpu.model", "X", "jvm.major", "25");

  /** Noise of about one percent that repeats every seven runs. */
  private static final double[] WOBBLE = {0.99, 1.01, 1.0, 1.008, 0.995, 1.003, 0.992};

  private static final ForkPlan PLAN = new ForkPlan(1, 100_000_000, 2, 100_000_000, 1_000_000_000);

  private final List<Run> runs = new ArrayList<>();
  private final Set<Integer> damaged = new HashSet<>();

  static double wobble(int i) {
    return WOBBLE[i % WOBBLE.length];
  }

  static Series series(String method, double nsPerOp, double bytes, String code) {
    List<Fork> forks = new ArrayList<>();
    for (int round = 0; round < 3; round++) {
      double time = nsPerOp * (1 + 0.002 * (round - 1));
      forks.add(
          new Fork(
              round,
              SmallRuns.NOON,
              List.of(),
              List.of(Iteration.ofScore(time), Iteration.ofScore(time)),
              new TreeMap<>(Map.of("gc.alloc.rate.norm", new Secondary(bytes, "B/op"))),
              Noise.NONE,
              ProfileRef.OFF,
              Optional.empty()));
    }
    return new Series(
        BenchmarkId.of("a.B." + method, Map.of(), Mode.AVERAGE_TIME, 1), PLAN, code, forks);
  }

  /** Adds a clean run of main. */
  Histories with(Environment environment, Series... series) {
    return with(revision("main", false), environment, Origin.MEASURED, series);
  }

  Histories with(Revision revision, Environment environment, String source, Series... series) {
    runs.add(
        new Run(
            new Origin("p:root", "core", source, "test"),
            revision,
            SmallRuns.NOON.plus(Duration.ofDays(runs.size())),
            Duration.ofSeconds(90),
            environment,
            new Sampling("annotated", 3, 42, true),
            List.of(series),
            List.of()));
    return this;
  }

  Revision revision(String branch, boolean dirty) {
    return new Revision("%040x".formatted(runs.size() + 1), branch, dirty, Optional.empty());
  }

  Histories withDamaged(Environment environment, Series series) {
    damaged.add(runs.size());
    return with(environment, series);
  }

  History read() {
    return read(false);
  }

  History read(boolean skipDamaged) {
    return ArchiveHistory.read(this, new HistoryQuery("p:root", "core", "main", skipDamaged));
  }

  @Override
  public RunAddress add(Run run) {
    throw new UnsupportedOperationException("filled by with()");
  }

  @Override
  public List<RunAddress> list(String project, String module) {
    List<RunAddress> addresses = new ArrayList<>();
    for (int i = 0; i < runs.size(); i++) {
      Run run = runs.get(i);
      addresses.add(new RunAddress("" + i, Fingerprint.of(run.environment()), run.startedAt(), ""));
    }
    addresses.sort(Comparator.comparing(RunAddress::startedAt).reversed());
    return addresses;
  }

  @Override
  public RunHead readHead(RunAddress address) {
    return RunHead.of(read(address));
  }

  @Override
  public Run read(RunAddress address) {
    int i = Integer.parseInt(address.path());
    if (damaged.contains(i)) {
      throw new ProblemException("archive-file-damaged", "run " + i + " is damaged");
    }
    return runs.get(i);
  }
}
