package dev.gnomon.report.view;

import dev.gnomon.compare.Observed;
import dev.gnomon.compare.Pairing;
import dev.gnomon.model.WorkerTime;
import dev.gnomon.report.chart.TimeBar;
import dev.gnomon.report.chart.TimeBar.Shares;
import dev.gnomon.unit.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Plots where the workers' time went. */
final class TimePlots {
  private TimePlots() {}

  /** Both sides; empty where the kernel did not tell. */
  static Optional<PlotView> of(String label, Pairing pairing) {
    List<Shares> sides = new ArrayList<>();
    pairing.baseline().stream()
        .limit(1)
        .flatMap(side -> shares("baseline", side).stream())
        .forEach(sides::add);
    pairing.candidate().flatMap(side -> shares("candidate", side)).ifPresent(sides::add);
    if (sides.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new PlotView(
            "Where the time went",
            TimeBar.svg(sides, label),
            "What other processes took is waiting; locks, parking, input and output are blocked.",
            new DataView(
                "Share of the workers' time",
                List.of("Side", "On a CPU", "Waiting for a CPU", "Blocked"),
                sides.stream().map(TimePlots::row).toList())));
  }

  private static List<String> row(Shares shares) {
    return List.of(
        shares.side(),
        Figures.percent(shares.onCpu()),
        Figures.percent(shares.waiting()),
        Figures.percent(shares.blocked()));
  }

  private static Optional<Shares> shares(String name, Observed side) {
    double window = 0;
    double onCpu = 0;
    double waiting = 0;
    for (WorkerTime time :
        side.series().goodForks().stream()
            .flatMap(fork -> fork.iterations().stream())
            .map(iteration -> iteration.workers())
            .filter(WorkerTime::delayMeasured)
            .toList()) {
      window += (double) time.windowNs() * time.threads();
      onCpu += time.onCpuNs();
      waiting += time.delayNs();
    }
    if (!(window > 0)) {
      return Optional.empty();
    }
    // The two readings are not taken at one instant, so the parts may exceed the whole a little.
    double whole = Math.max(window, onCpu + waiting);
    return Optional.of(
        new Shares(
            name, onCpu / whole, waiting / whole, Math.max(0, 1 - (onCpu + waiting) / whole)));
  }
}
