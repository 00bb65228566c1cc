package dev.gnomon.report.console;

import dev.gnomon.compare.Level;
import dev.gnomon.model.BenchmarkId;
import dev.gnomon.model.Metric;
import dev.gnomon.model.Run;
import dev.gnomon.model.Series;
import dev.gnomon.report.text.Facts;
import dev.gnomon.report.text.Headline;
import dev.gnomon.report.text.Labels;
import dev.gnomon.report.text.Visible;
import dev.gnomon.report.text.Wording;
import dev.gnomon.unit.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** A run as it was measured. */
final class MeasuredTable {
  private MeasuredTable() {}

  static List<String> lines(Run run) {
    Labels labels = new Labels(run.series().stream().map(Series::id).toList());
    Map<BenchmarkId, Level> levels = Level.of(run);
    Columns columns = new Columns("lrrrl");
    for (Series series : run.series()) {
      columns.add(cells(series, labels.of(series.id()), levels.get(series.id())));
    }
    List<String> lines = new ArrayList<>();
    lines.add(
        "Gnomon · %s of %s at %s · measured in %s"
            .formatted(
                Wording.count(run.series().size(), "benchmark"),
                Visible.line(run.origin().module(), 80),
                Headline.revision(run.revision()),
                Wording.time(run.took())));
    lines.addAll(columns.lines());
    run.notes().forEach(note -> lines.add("Note: " + Visible.line(note, 400)));
    return lines;
  }

  private static String[] cells(Series series, String label, Level level) {
    int good = series.goodForks().size();
    String forks = Wording.count(good, "fork");
    if (series.failure().isPresent()) {
      forks =
          "%d of %s failed: %s"
              .formatted(
                  series.forks().size() - good,
                  Wording.count(series.forks().size(), "fork"),
                  Visible.line(series.failure().get().reason(), 200));
    }
    return level == null
        ? new String[] {label, "no result", "", "", forks}
        : new String[] {
          label,
          Figures.quantity(level.center(), Metric.TIME.unit()),
          Facts.error(level),
          allocation(series),
          forks
        };
  }

  private static String allocation(Series series) {
    OptionalDouble mean =
        series.goodForks().stream()
            .filter(fork -> fork.secondary().containsKey(Metric.ALLOCATION.name()))
            .mapToDouble(fork -> fork.secondary().get(Metric.ALLOCATION.name()).value())
            .filter(Double::isFinite)
            .average();
    return mean.isEmpty() ? "" : Figures.quantity(mean.getAsDouble(), Metric.ALLOCATION.unit());
  }
}
