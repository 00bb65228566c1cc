package dev.gnomon.report.view;

import dev.gnomon.model.Fork;
import dev.gnomon.model.Iteration;
import dev.gnomon.model.Noise;
import dev.gnomon.model.WorkerTime;
import dev.gnomon.report.chart.NoiseTimeline.Moment;
import dev.gnomon.unit.Figures;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.ToLongFunction;

/**
 * How disturbed the machine was while one fork measured.
 *
 * @param moment what is drawn
 * @param noise what was recorded
 */
record Disturbance(Moment moment, Noise noise) {
  private static final int MOST_ROWS = 40;

  private static final double KHZ_PER_GHZ = 1e6;

  /**
   * A source of noise, which has a column where any fork met it.
   *
   * @param figure what was recorded of it; negative where unknown
   * @param text how that is told, of what it is not negative
   */
  private record Source(
      String title, ToLongFunction<Noise> figure, BiFunction<Noise, Double, String> text) {

    static Source ofTime(String title, ToLongFunction<Noise> figure) {
      return new Source(
          title, figure, (noise, value) -> Figures.percent(value / (double) noise.windowNs()));
    }

    static Source ofCount(String title, ToLongFunction<Noise> figure) {
      return new Source(title, figure, (noise, value) -> Math.round(value) + " ×");
    }

    boolean met(List<Disturbance> forks) {
      return forks.stream().anyMatch(fork -> figure.applyAsLong(fork.noise) > 0);
    }

    String cell(Noise noise) {
      long value = figure.applyAsLong(noise);
      return value < 0 ? "not known" : text.apply(noise, (double) value);
    }
  }

  private static final List<Source> SOURCES =
      List.of(
          Source.ofTime("Taken by the hypervisor", Noise::stealNs),
          Source.ofTime("Stopped by the quota", Noise::throttledNs),
          Source.ofTime("Waited for memory", Noise::memoryPressureNs),
          Source.ofTime("Other processes", Noise::otherBusyNs),
          Source.ofCount("Lost its CPU", Noise::involuntarySwitches),
          Source.ofCount("Slowed by heat", Noise::thermalThrottles),
          new Source(
              "Frequency",
              Noise::frequencyKhz,
              (noise, value) -> Figures.quantity(value / KHZ_PER_GHZ, "GHz")));

  /** What is known of a fork; empty where nothing was recorded. */
  static Optional<Disturbance> of(Fork fork, Instant runBegan) {
    double seconds = Math.max(0, Duration.between(runBegan, fork.startedAt()).toMillis() / 1e3);
    Noise noise = fork.noise();
    if (noise.windowNs() > 0 && noise.cpuPressureNs() >= 0) {
      double window = noise.windowNs();
      Moment moment =
          new Moment(
              seconds,
              share((double) noise.cpuPressureNs(), window),
              share((double) Math.max(0, noise.stealNs()), window));
      return Optional.of(new Disturbance(moment, noise));
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
        ? Optional.of(new Disturbance(new Moment(seconds, share(waited, window), 0), Noise.NONE))
        : Optional.empty();
  }

  /** The most disturbed forks, in columns that say something. */
  static DataView table(List<Disturbance> forks) {
    List<Source> sources = SOURCES.stream().filter(source -> source.met(forks)).toList();
    List<String> titles = new ArrayList<>(List.of("Since the start", "Waited for a CPU"));
    sources.forEach(source -> titles.add(source.title));
    return new DataView(
        "The most disturbed forks",
        titles,
        forks.stream()
            .sorted(Comparator.comparingDouble(d -> -d.moment.waiting()))
            .limit(MOST_ROWS)
            .map(fork -> fork.row(sources))
            .toList());
  }

  private List<String> row(List<Source> sources) {
    List<String> cells = new ArrayList<>();
    cells.add(Math.round(moment.seconds()) + " s");
    cells.add(Figures.percent(moment.waiting()));
    sources.forEach(source -> cells.add(source.cell(noise)));
    return cells;
  }

  private static double share(double part, double whole) {
    return Math.min(1, part / whole);
  }
}
