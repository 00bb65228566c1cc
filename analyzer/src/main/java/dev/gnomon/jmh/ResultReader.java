package dev.gnomon.jmh;

import dev.gnomon.json.Fields;
import dev.gnomon.model.Background;
import dev.gnomon.model.BenchmarkId;
import dev.gnomon.model.Failure;
import dev.gnomon.model.Fork;
import dev.gnomon.model.ForkPlan;
import dev.gnomon.model.Iteration;
import dev.gnomon.model.Mode;
import dev.gnomon.model.Noise;
import dev.gnomon.model.ProfileRef;
import dev.gnomon.model.Series;
import dev.gnomon.model.WorkerTime;
import dev.gnomon.unit.ScoreUnit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads one benchmark of a result file. */
final class ResultReader {
  private final Fields result;
  private final BenchmarkId id;
  private final Fields primary;
  private final ScoreUnit unit;

  private ResultReader(Fields result) {
    this.result = result;
    this.id = id(result);
    this.primary = result.object("primaryMetric");
    this.unit = ScoreUnit.of(primary.text("scoreUnit"));
  }

  static Series series(Fields result) {
    return new ResultReader(result).series();
  }

  private static BenchmarkId id(Fields result) {
    SortedMap<String, String> params =
        result.has("params") ? result.textsByName("params") : Collections.emptySortedMap();
    return new BenchmarkId(
        result.text("benchmark"),
        params,
        Mode.ofLabel(result.text("mode")),
        result.count("threads"));
  }

  private Series series() {
    List<List<Iteration>> scores =
        primary.has("rawDataHistogram") ? histograms() : scores(primary.realLists("rawData"));
    Secondaries secondaries = Secondaries.of(result, scores.size());
    List<Fork> forks = new ArrayList<>();
    for (int fork = 0; fork < scores.size(); fork++) {
      forks.add(fork(fork, scores.get(fork), secondaries));
    }
    return new Series(id, plan(), "", forks);
  }

  private ForkPlan plan() {
    boolean single = id.mode() == Mode.SINGLE_SHOT;
    return new ForkPlan(
        result.count("warmupIterations"),
        single ? 0 : result.textIfAny("warmupTime").map(PlannedTime::nanos).orElse(0L),
        result.count("measurementIterations"),
        single ? 0 : result.textIfAny("measurementTime").map(PlannedTime::nanos).orElse(0L),
        0);
  }

  private List<List<Iteration>> scores(List<double[]> forks) {
    return forks.stream()
        .map(fork -> Arrays.stream(fork).mapToObj(score -> iteration(score, 0)).toList())
        .map(ResultReader::present)
        .toList();
  }

  private List<List<Iteration>> histograms() {
    return primary.list("rawDataHistogram").stream()
        .map(fork -> Histogram.list(fork).stream().map(Histogram::of).toList())
        .map(fork -> fork.stream().map(h -> iteration(h.mean(), h.count())).toList())
        .map(ResultReader::present)
        .toList();
  }

  /** Empty where the score is no time: {@code "NaN"}, or a throughput of zero. */
  private Optional<Iteration> iteration(double score, double ops) {
    double nsPerOp = unit.nsPerOp(score, id.threads());
    return nsPerOp >= 0 && Double.isFinite(nsPerOp)
        ? Optional.of(new Iteration(nsPerOp, ops, WorkerTime.NONE, Background.NONE))
        : Optional.empty();
  }

  /** All iterations, or none where one is missing. */
  private static List<Iteration> present(List<Optional<Iteration>> iterations) {
    return iterations.stream().allMatch(Optional::isPresent)
        ? iterations.stream().map(Optional::get).toList()
        : List.of();
  }

  private static Fork fork(int index, List<Iteration> iterations, Secondaries secondaries) {
    Optional<Failure> failure =
        iterations.isEmpty()
            ? Optional.of(
                new Failure(
                    Failure.Kind.NO_RESULT,
                    "the file has an iteration of this fork without a time",
                    List.of()))
            : Optional.empty();
    return new Fork(
        index,
        Instant.EPOCH,
        List.of(),
        iterations,
        failure.isPresent() ? new TreeMap<>() : secondaries.ofFork(index),
        Noise.NONE,
        ProfileRef.OFF,
        failure);
  }
}
