package dev.gnomon.report.view;

import dev.gnomon.environment.Comparability;
import dev.gnomon.environment.Difference;
import dev.gnomon.environment.Environment;
import dev.gnomon.report.chart.NoiseTimeline;
import dev.gnomon.report.chart.NoiseTimeline.Moment;
import dev.gnomon.report.text.Visible;
import dev.gnomon.unit.Figures;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Shows where both sides ran, differences first. */
final class Places {
  private static final int LONGEST = 300;

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
    List<Disturbance> forks =
        input.candidate.series().stream()
            .flatMap(series -> series.forks().stream())
            .flatMap(fork -> Disturbance.of(fork, input.candidate.startedAt()).stream())
            .sorted(Comparator.comparingDouble(d -> d.moment().seconds()))
            .toList();
    if (forks.isEmpty()) {
      return List.of();
    }
    List<Moment> moments = forks.stream().map(Disturbance::moment).toList();
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
            Disturbance.table(forks)));
  }

  private static String line(String text) {
    return Visible.line(text, LONGEST);
  }
}
