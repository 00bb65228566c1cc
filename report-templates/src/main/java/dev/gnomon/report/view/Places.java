package dev.gnomon.report.view;

import dev.gnomon.environment.Comparability;
import dev.gnomon.environment.Difference;
import dev.gnomon.environment.Environment;
import dev.gnomon.model.Fork;
import dev.gnomon.model.Iteration;
import dev.gnomon.model.Noise;
import dev.gnomon.model.WorkerTime;
import dev.gnomon.report.chart.NoiseTimeline;
import dev.gnomon.report.chart.NoiseTimeline.Moment;
import dev.gnomon.report.text.Visible;
import dev.gnomon.unit.Figures;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Shows where both sides ran, differences first. */
final class Places {
  private static final int LONGEST = 300;
  private static final int MOST_ROWS = 40;

  private Places() {}

  static PlaceView of(ReportInput input) {
    Environment here = input.candidate.environment();
    Comparability sides =
        input.baseline.isEmpty()
            ? new Comparability(List.of(), List.of())
            : Comparability.between(here, input.baseline.get(0).environment());
    List<DifferenceView> differences = new ArrayList<>();
    sides.strict().forEach(d -> differences.add(view(d, "forbids a comparison")));
    sides.soft().forEach(d -> differences.add(view(d, "may matter")));
    Set<String> named = differences.stream().map(DifferenceView::name).collect(Collectors.toSet());
    return new PlaceView(
        !input.baseline.isEmpty(),
        differences,
        here.facts().stream()
            .map(fact -> new FactView(line(fact.name()), line(fact.value())))
            .filter(fact -> !named.contains(fact.name()))
            .toList(),
        noise(input));
  }

  private static DifferenceView view(Difference difference, String weight) {
    return new DifferenceView(
        line(difference.name()),
        line(difference.baseline().orElse("not known")),
        line(difference.candidate().orElse("not known")),
        weight);
  }

  private static List<PlotView> noise(ReportInput input) {
    List<Moment> moments =
        input.candidate.series().stream()
            .flatMap(series -> series.forks().stream())
            .flatMap(fork -> moment(input, fork).stream())
            .sorted(Comparator.comparingDouble(Moment::seconds))
            .toList();
    if (moments.isEmpty()) {
      return List.of();
    }
    double mean = moments.stream().mapToDouble(Moment::waiting).average().orElse(0);
    double most = moments.stream().mapToDouble(Moment::waiting).max().orElse(0);
    String words =
        "%s of the time something waited for a CPU, %s at worst."
            .formatted(Figures.percent(mean), Figures.percent(most));
    return List.of(
        new PlotView(
            "Noise during the run",
            NoiseTimeline.svg(moments, words),
            words + " A bar is a fork at the time it ran; dots are time that the hypervisor took.",
            new DataView(
                "The most disturbed forks",
                List.of("Since the start", "Waited for a CPU", "Taken by the hypervisor"),
                moments.stream()
                    .sorted(Comparator.comparingDouble(m -> -m.waiting()))
                    .limit(MOST_ROWS)
                    .map(Places::row)
                    .toList())));
  }

  private static List<String> row(Moment moment) {
    return List.of(
        Math.round(moment.seconds()) + " s",
        Figures.percent(moment.waiting()),
        Figures.percent(moment.stolen()));
  }

  private static Optional<Moment> moment(ReportInput input, Fork fork) {
    double seconds =
        Math.max(
            0, Duration.between(input.candidate.startedAt(), fork.startedAt()).toMillis() / 1e3);
    Noise noise = fork.noise();
    if (noise.windowNs() > 0 && noise.cpuPressureNs() >= 0) {
      return Optional.of(
          new Moment(
              seconds,
              share((double) noise.cpuPressureNs(), (double) noise.windowNs()),
              share((double) Math.max(0, noise.stealNs()), (double) noise.windowNs())));
    }
    double waited = 0;
    double window = 0;
    for (Iteration iteration : fork.iterations()) {
      WorkerTime time = iteration.workers();
      if (time.delayMeasured()) {
        waited += time.delayNs();
        window += (double) time.windowNs() * time.threads();
      }
    }
    return window > 0
        ? Optional.of(new Moment(seconds, share(waited, window), 0))
        : Optional.empty();
  }

  private static double share(double part, double whole) {
    return Math.min(1, part / whole);
  }

  private static String line(String text) {
    return Visible.line(text, LONGEST);
  }
}
