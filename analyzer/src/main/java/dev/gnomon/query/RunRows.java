package dev.gnomon.query;

import dev.gnomon.compare.ForkValues;
import dev.gnomon.compare.Location;
import dev.gnomon.compare.Observed;
import dev.gnomon.compare.TimeBasis;
import dev.gnomon.environment.Environment;
import dev.gnomon.environment.Fingerprint;
import dev.gnomon.history.Continuity;
import dev.gnomon.model.BenchmarkId;
import dev.gnomon.model.Fork;
import dev.gnomon.model.Iteration;
import dev.gnomon.model.Metric;
import dev.gnomon.model.Run;
import dev.gnomon.model.Secondary;
import dev.gnomon.model.Series;
import dev.gnomon.profile.FrameWeight;
import dev.gnomon.profile.Profile;
import dev.gnomon.profile.RunProfiles;
import dev.gnomon.stats.Sample;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Turns a run into rows of the cache, in the order of {@link View#stored()}. */
final class RunRows {
  private final Staging staging;

  RunRows(Staging staging) {
    this.staging = staging;
  }

  void write(String runId, Run run, RunProfiles profiles) throws IOException {
    Environment where = run.environment();
    staging
        .file(View.RUN)
        .row(
            runId,
            run.origin().project(),
            run.origin().module(),
            run.origin().source(),
            run.revision().commit(),
            run.revision().branch(),
            run.revision().dirty(),
            run.revision().committedAt().orElse(null),
            run.startedAt(),
            run.took().toNanos() / 1e9,
            Fingerprint.of(where),
            where.value("jvm.version").orElse(""),
            where.value("cpu.model").orElse(""),
            where.value("os.family").orElse(""),
            where.value("machine.host").orElse(""),
            where.value("label").orElse(""),
            run.sampling().forks(),
            run.sampling().complete());
    for (Series series : run.series()) {
      write(runId, run, series);
      frames(runId, series, profiles);
    }
  }

  private void frames(String runId, Series series, RunProfiles profiles) throws IOException {
    for (int i = 0; i < series.forks().size(); i++) {
      Fork fork = series.forks().get(i);
      Optional<Profile> profile = profiles.named(fork.profile().file());
      double operations = fork.iterations().stream().mapToDouble(Iteration::ops).sum();
      if (profile.isPresent() && operations > 0) {
        for (FrameWeight frame : FrameWeight.heaviest(profile.get())) {
          frame(runId, series.id(), i, fork.profile().event(), frame, operations);
        }
      }
    }
  }

  private void frame(
      String runId, BenchmarkId id, int fork, String event, FrameWeight frame, double operations)
      throws IOException {
    staging
        .file(View.FRAME)
        .row(
            runId,
            id.benchmark(),
            params(id),
            id.mode().label(),
            id.threads(),
            fork,
            event,
            frame.frame().name(),
            frame.self() / operations,
            frame.total() / operations);
  }

  private void write(String runId, Run run, Series series) throws IOException {
    TimeBasis basis = TimeBasis.of(Observed.of(series, run.environment()));
    String plan = Continuity.of(series, run.sampling().plan()).plan();
    List<Double> times = new ArrayList<>();
    SortedMap<String, List<Double>> others = new TreeMap<>();
    Map<String, String> units = new TreeMap<>();
    for (int i = 0; i < series.forks().size(); i++) {
      Fork fork = series.forks().get(i);
      OptionalDouble time =
          fork.succeeded() ? ForkValues.time(fork, basis) : OptionalDouble.empty();
      time.ifPresent(times::add);
      if (fork.succeeded()) {
        collect(fork, others, units);
      }
      fork(runId, series.id(), i, fork, time);
    }
    result(runId, series, plan, Metric.TIME.name(), Metric.TIME.unit(), times, basis.uncontended());
    for (Map.Entry<String, List<Double>> other : others.entrySet()) {
      result(
          runId, series, plan, other.getKey(), units.get(other.getKey()), other.getValue(), false);
    }
  }

  private static void collect(
      Fork fork, Map<String, List<Double>> others, Map<String, String> units) {
    for (Map.Entry<String, Secondary> entry : fork.secondary().entrySet()) {
      if (Double.isFinite(entry.getValue().value())) {
        others
            .computeIfAbsent(entry.getKey(), name -> new ArrayList<>())
            .add(entry.getValue().value());
        units.put(entry.getKey(), entry.getValue().unit());
      }
    }
  }

  private void result(
      String runId,
      Series series,
      String plan,
      String metric,
      String unit,
      List<Double> values,
      boolean uncontended)
      throws IOException {
    Double[] figures = new Double[4];
    if (!values.isEmpty()) {
      Sample all = Sample.of(values);
      figures[0] = all.median();
      figures[1] = all.min();
      figures[2] = all.max();
      figures[3] = spread(all);
    }
    BenchmarkId id = series.id();
    staging
        .file(View.RESULT)
        .row(
            runId,
            id.packageName(),
            id.benchmark(),
            params(id),
            id.mode().label(),
            id.threads(),
            metric,
            unit,
            values.size(),
            series.forks().size() - series.goodForks().size(),
            figures[0],
            figures[1],
            figures[2],
            figures[3],
            uncontended,
            series.bytecodeHash(),
            plan);
  }

  private static Double spread(Sample values) {
    return values.size() < 2 || values.mean() == 0
        ? null
        : (Double) (values.standardDeviation() / Math.abs(values.mean()));
  }

  private void fork(String runId, BenchmarkId id, int number, Fork fork, OptionalDouble time)
      throws IOException {
    Double wall = time.isPresent() ? (Double) wall(fork) : null;
    staging
        .file(View.FORK)
        .row(
            runId,
            fork.startedAt(),
            id.benchmark(),
            params(id),
            id.mode().label(),
            id.threads(),
            number,
            fork.failure().map(f -> f.kind().name().toLowerCase(Locale.ROOT)).orElse("good"),
            boxed(time),
            wall,
            fork.iterations().size(),
            known(fork.noise().stealNs()));
    iterations(runId, id, number, "warmup", fork.warmup());
    iterations(runId, id, number, "measurement", fork.iterations());
  }

  private void iterations(
      String runId, BenchmarkId id, int fork, String phase, List<Iteration> iterations)
      throws IOException {
    for (int i = 0; i < iterations.size(); i++) {
      Iteration iteration = iterations.get(i);
      staging
          .file(View.ITERATION)
          .row(
              runId,
              id.benchmark(),
              params(id),
              id.mode().label(),
              id.threads(),
              fork,
              phase,
              i,
              iteration.nsPerOp(),
              known(iteration.workers().onCpuNs()),
              known(iteration.workers().delayNs()));
    }
  }

  private static double wall(Fork fork) {
    return Location.CHOSEN.of(
        Sample.of(fork.iterations().stream().mapToDouble(Iteration::nsPerOp).toArray()));
  }

  static String params(BenchmarkId id) {
    return id.params().entrySet().stream()
        .map(param -> param.getKey() + "=" + param.getValue())
        .collect(Collectors.joining(","));
  }

  private static Double boxed(OptionalDouble value) {
    return value.isPresent() ? (Double) value.getAsDouble() : null;
  }

  private static Long known(long value) {
    return value < 0 ? null : (Long) value;
  }
}
