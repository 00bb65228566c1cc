package dev.gnomon.report.view;

import dev.gnomon.compare.Change;
import dev.gnomon.compare.ForkValues;
import dev.gnomon.compare.Observed;
import dev.gnomon.compare.Pairing;
import dev.gnomon.compare.TimeBasis;
import dev.gnomon.gate.Judgement;
import dev.gnomon.gate.Rule;
import dev.gnomon.model.Fork;
import dev.gnomon.model.Iteration;
import dev.gnomon.model.Metric;
import dev.gnomon.report.chart.ForkChart;
import dev.gnomon.report.chart.ForkColumn;
import dev.gnomon.report.chart.ForkPanel;
import dev.gnomon.report.text.Wording;
import dev.gnomon.unit.Direction;
import dev.gnomon.unit.Figures;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** Plots the forks of both sides. */
final class ForkPlots {
  private static final int MOST_COLUMNS = 12;
  private static final int MOST_ROWS = 60;

  private ForkPlots() {}

  /** The times of a benchmark, iterations and all; empty where no fork has one. */
  static Optional<PlotView> time(String label, Pairing pairing, Optional<Judgement> judgement) {
    List<Observed> all = new ArrayList<>(pairing.baseline());
    pairing.candidate().ifPresent(all::add);
    TimeBasis basis = TimeBasis.of(all);
    List<ForkColumn> baseline = new ArrayList<>();
    for (int i = 0; i < pairing.baseline().size(); i++) {
      String run = pairing.baseline().size() == 1 ? "" : "run −" + (i + 1) + " ";
      List<ForkColumn> columns = columns(pairing.baseline().get(i), basis, run, i == 0);
      Collections.reverse(columns);
      baseline.addAll(columns);
    }
    List<ForkColumn> candidate =
        pairing.candidate().map(side -> columns(side, basis, "", true)).orElse(new ArrayList<>());
    return plot(label, Metric.TIME, baseline, candidate, judgement);
  }

  /** Any other metric: one value a fork. */
  static Optional<PlotView> values(String label, Judgement judgement, Change change) {
    List<ForkColumn> baseline = new ArrayList<>();
    List<List<Double>> runs = change.baseline().values();
    for (int i = 0; i < runs.size(); i++) {
      for (int k = runs.get(i).size(); k > 0; k--) {
        baseline.add(bare("run −%d fork %d".formatted(i + 1, k), runs.get(i).get(k - 1)));
      }
    }
    List<ForkColumn> candidate = new ArrayList<>();
    for (double value : change.candidate().values().stream().flatMap(List::stream).toList()) {
      candidate.add(bare("fork " + (candidate.size() + 1), value));
    }
    return plot(label, judgement.metric(), baseline, candidate, Optional.of(judgement));
  }

  private static ForkColumn bare(String label, double value) {
    return new ForkColumn(label, value, List.of(), List.of());
  }

  private static List<ForkColumn> columns(
      Observed side, TimeBasis basis, String prefix, boolean iterations) {
    List<ForkColumn> columns = new ArrayList<>();
    List<Fork> forks = side.series().forks();
    for (int i = 0; i < forks.size(); i++) {
      Fork fork = forks.get(i);
      OptionalDouble value =
          fork.succeeded() ? ForkValues.time(fork, basis) : OptionalDouble.empty();
      if (value.isPresent()) {
        columns.add(
            new ForkColumn(
                prefix + "fork " + (i + 1),
                value.getAsDouble(),
                iterations ? times(fork.warmup(), basis) : List.of(),
                iterations ? times(fork.iterations(), basis) : List.of()));
      }
    }
    return columns;
  }

  /** A warm-up iteration may lack what the basis needs; then its plain time is as good. */
  private static List<Double> times(List<Iteration> iterations, TimeBasis basis) {
    return iterations.stream()
        .map(i -> i.workers().delayMeasured() ? basis.time(i) : i.nsPerOp())
        .toList();
  }

  /** {@code baseline} comes newest first, as older forks are the first to be left out. */
  private static Optional<PlotView> plot(
      String label,
      Metric metric,
      List<ForkColumn> baseline,
      List<ForkColumn> candidate,
      Optional<Judgement> judgement) {
    if (baseline.isEmpty() && candidate.isEmpty()) {
      return Optional.empty();
    }
    Optional<Change> change = judgement.flatMap(Judgement::change);
    List<ForkPanel> panels = new ArrayList<>();
    if (!baseline.isEmpty()) {
      List<ForkColumn> shown =
          new ArrayList<>(baseline.subList(0, Math.min(MOST_COLUMNS, baseline.size())));
      Collections.reverse(shown);
      panels.add(
          new ForkPanel(
              "baseline" + some(shown.size(), baseline.size()),
              shown,
              false,
              change.map(c -> c.baseline().center()).orElse(Double.NaN)));
    }
    if (!candidate.isEmpty()) {
      int count = Math.min(MOST_COLUMNS, candidate.size());
      panels.add(
          new ForkPanel(
              "candidate" + some(count, candidate.size()),
              candidate.subList(0, count),
              true,
              change.map(c -> c.candidate().center()).orElse(Double.NaN)));
    }
    String name = Marks.sentenceCase(Wording.metric(metric));
    String svg =
        new ForkChart(
                metric.unit(),
                panels,
                change.map(c -> limit(judgement.orElseThrow(), c)).orElse(Double.NaN),
                change.map(c -> interval(metric, c)).orElse(new double[0]))
            .svg(name + " of each fork of " + label, description(metric, baseline, candidate));
    return Optional.of(
        new PlotView(
            name + " of each fork",
            svg,
            caption(metric, change),
            data(metric, baseline, candidate)));
  }

  private static String some(int shown, int all) {
    return shown == all ? "" : ", newest " + shown + " of " + all + " forks";
  }

  private static double limit(Judgement judgement, Change change) {
    Rule rule = judgement.rule();
    double center = change.baseline().center();
    return judgement.metric().direction() == Direction.LOWER_IS_BETTER
        ? Math.max(center * (1 + rule.threshold()), center + rule.floor())
        : Math.min(center / (1 + rule.threshold()), center - rule.floor());
  }

  private static double[] interval(Metric metric, Change change) {
    double center = change.baseline().center();
    double sign = metric.direction().worsening(1);
    double a = center * Math.exp(sign * change.interval().lower());
    double b = center * Math.exp(sign * change.interval().upper());
    return new double[] {Math.min(a, b), Math.max(a, b)};
  }

  private static String caption(Metric metric, Optional<Change> change) {
    String dots =
        metric.equals(Metric.TIME)
            ? "A dot is a fork, the small dots behind it are its iterations in order, the pale ones its warm-up."
            : "A dot is a fork.";
    return change.isEmpty()
        ? dots
        : dots + " Lines are the typical values, the band is the interval of the change.";
  }

  private static String description(
      Metric metric, List<ForkColumn> baseline, List<ForkColumn> candidate) {
    return Stream.of(range("Baseline", metric, baseline), range("Candidate", metric, candidate))
        .filter(text -> !text.isEmpty())
        .reduce((a, b) -> a + " " + b)
        .orElse("");
  }

  private static String range(String side, Metric metric, List<ForkColumn> forks) {
    if (forks.isEmpty()) {
      return "";
    }
    double low = forks.stream().mapToDouble(ForkColumn::value).min().orElseThrow();
    double high = forks.stream().mapToDouble(ForkColumn::value).max().orElseThrow();
    return "%s: %s from %s to %s."
        .formatted(
            side,
            Wording.count(forks.size(), "fork"),
            Figures.quantity(low, metric.unit()),
            Figures.quantity(high, metric.unit()));
  }

  private static DataView data(
      Metric metric, List<ForkColumn> baseline, List<ForkColumn> candidate) {
    List<List<String>> rows = new ArrayList<>();
    candidate.forEach(fork -> rows.add(row("candidate", metric, fork)));
    baseline.forEach(fork -> rows.add(row("baseline", metric, fork)));
    int left = rows.size() - MOST_ROWS;
    return new DataView(
        left > 0 ? "The newest %d forks; run.json has all".formatted(MOST_ROWS) : "Every fork",
        List.of("Side", "Fork", "Value", "Fastest iteration", "Slowest iteration", "Iterations"),
        rows.stream().limit(MOST_ROWS).toList());
  }

  private static List<String> row(String side, Metric metric, ForkColumn fork) {
    List<Double> iterations = fork.iterations();
    boolean none = iterations.isEmpty();
    return List.of(
        side,
        fork.label(),
        Figures.quantity(fork.value(), metric.unit()),
        none ? "" : Figures.quantity(Collections.min(iterations), metric.unit()),
        none ? "" : Figures.quantity(Collections.max(iterations), metric.unit()),
        none ? "" : Integer.toString(iterations.size()));
  }
}
