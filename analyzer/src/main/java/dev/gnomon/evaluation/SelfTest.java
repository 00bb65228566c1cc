package dev.gnomon.evaluation;

import dev.gnomon.compare.Baseline;
import dev.gnomon.gate.GateDecision.Outcome;
import dev.gnomon.gate.GatePolicy;
import dev.gnomon.gate.Judgement;
import dev.gnomon.gate.Verdict;
import dev.gnomon.model.BenchmarkId;
import dev.gnomon.model.Fork;
import dev.gnomon.model.Iteration;
import dev.gnomon.model.Metric;
import dev.gnomon.model.Run;
import dev.gnomon.model.Series;
import dev.gnomon.model.WorkerTime;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Tests a gate with its own data: slows recorded benchmarks down, one at a time, and asks which of
 * the slowdowns the gate would have caught.
 */
public final class SelfTest {

  /** The slowdowns that are tried, in ascending order. */
  private static final List<Double> SLOWDOWNS =
      List.of(0.01, 0.02, 0.03, 0.04, 0.05, 0.07, 0.10, 0.15, 0.20, 0.30, 0.50, 1.0, 2.0);

  private SelfTest() {}

  /**
   * What became of one benchmark.
   *
   * @param id which
   * @param smallest smallest slowdown from which on every one tried was caught, 0.05 is five
   *     percent; empty where none was
   */
  public record Caught(BenchmarkId id, OptionalDouble smallest) {}

  /**
   * Injects slowdowns into the time of each benchmark of a run that both sides have.
   *
   * @param candidate a run, best one that the gate passes
   * @param baseline what it is compared with
   * @param policy the policy under test
   * @return one entry for each benchmark of the candidate, in its order
   */
  public static List<Caught> of(Run candidate, Baseline baseline, GatePolicy policy) {
    List<OptionalDouble> smallest = new ArrayList<>();
    candidate.series().forEach(s -> smallest.add(OptionalDouble.empty()));
    for (int i = SLOWDOWNS.size() - 1; i >= 0; i--) {
      double slowdown = SLOWDOWNS.get(i);
      for (int k = 0; k < smallest.size(); k++) {
        boolean unbroken =
            i == SLOWDOWNS.size() - 1
                || smallest.get(k).equals(OptionalDouble.of(SLOWDOWNS.get(i + 1)));
        if (unbroken && caught(candidate, k, slowdown, baseline, policy)) {
          smallest.set(k, OptionalDouble.of(slowdown));
        }
      }
    }
    List<Caught> all = new ArrayList<>();
    for (int k = 0; k < smallest.size(); k++) {
      all.add(new Caught(candidate.series().get(k).id(), smallest.get(k)));
    }
    return List.copyOf(all);
  }

  private static boolean caught(
      Run candidate, int place, double slowdown, Baseline baseline, GatePolicy policy) {
    Series slowed = slower(candidate.series().get(place), 1 + slowdown);
    List<Series> series = new ArrayList<>(candidate.series());
    series.set(place, slowed);
    Evaluation evaluation = Evaluator.evaluate(with(candidate, series), baseline, policy);
    return evaluation.decision().outcome() == Outcome.FAILED
        && evaluation.judgements().stream().anyMatch(j -> regressed(j, slowed.id()));
  }

  private static boolean regressed(Judgement judgement, BenchmarkId id) {
    return judgement.id().equals(id)
        && judgement.metric().equals(Metric.TIME)
        && judgement.verdict() == Verdict.REGRESSED;
  }

  private static Run with(Run run, List<Series> series) {
    return new Run(
        run.origin(),
        run.revision(),
        run.startedAt(),
        run.took(),
        run.environment(),
        run.sampling(),
        series,
        run.notes());
  }

  private static Series slower(Series series, double factor) {
    return new Series(
        series.id(),
        series.plan(),
        series.bytecodeHash(),
        series.forks().stream().map(fork -> slower(fork, factor)).toList());
  }

  private static Fork slower(Fork fork, double factor) {
    return new Fork(
        fork.round(),
        fork.startedAt(),
        fork.warmup(),
        fork.iterations().stream().map(iteration -> slower(iteration, factor)).toList(),
        fork.secondary(),
        fork.noise(),
        fork.profile(),
        fork.failure());
  }

  /** The same iteration if each operation took so much longer: fewer fit into the window. */
  private static Iteration slower(Iteration iteration, double factor) {
    WorkerTime workers = iteration.workers();
    return new Iteration(
        iteration.nsPerOp() * factor, iteration.ops() / factor, workers, iteration.background());
  }
}
