package dev.gnomon.doctor;

import dev.gnomon.doctor.Diagnosis.Figures;
import dev.gnomon.doctor.Diagnosis.Loop;
import dev.gnomon.doctor.Ruler.Slice;
import dev.gnomon.doctor.Ruler.Window;
import dev.gnomon.stats.Sample;
import java.util.List;

/** Computes what the ruler's lines amount to. */
final class RulerFigures {
  private RulerFigures() {}

  /**
   * The figures of a ruler; NaN for what it did not tell.
   *
   * @param cpus CPUs of the machine, at least 1
   */
  static Figures of(Ruler ruler, int cpus) {
    Window window = ruler.window().orElse(new Window(0, -1, -1, -1, -1, -1, -1));
    double wall = window.wallNs();
    boolean others = window.busyNs() >= 0 && window.ownNs() >= 0;
    return new Figures(
        loops(ruler),
        window.wallNs(),
        share(window.stealNs(), wall * cpus),
        // Counted in ticks on one side and in nanoseconds on the other: it may fall below zero.
        others ? share(Math.max(0, window.busyNs() - window.ownNs()), wall) : Double.NaN,
        share(window.cpuPressureNs(), wall),
        share(window.memoryPressureNs(), wall),
        share(window.throttledNs(), wall),
        ruler.trials().stream().map(RulerFigures::trial).toList());
  }

  private static double share(long part, double whole) {
    return part < 0 || whole <= 0 ? Double.NaN : part / whole;
  }

  private static List<Loop> loops(Ruler ruler) {
    boolean counted = ruler.accounts().orElse("").equals("schedstat");
    return ruler.slices().stream()
        .map(Slice::loop)
        .distinct()
        .map(name -> loop(name, slices(ruler, name), counted))
        .toList();
  }

  private static List<Slice> slices(Ruler ruler, String loop) {
    return ruler.slices().stream().filter(slice -> slice.loop().equals(loop)).toList();
  }

  private static Loop loop(String name, List<Slice> slices, boolean counted) {
    Sample wall = sample(slices, false);
    boolean known = counted && slices.stream().allMatch(slice -> slice.delayNs() >= 0);
    Sample own = known ? sample(slices, true) : wall;
    double waited = slices.stream().mapToDouble(Slice::delayNs).sum();
    double all = slices.stream().mapToDouble(Slice::wallNs).sum();
    return new Loop(
        name,
        slices.size(),
        own.median(),
        spread(wall),
        known ? spread(own) : Double.NaN,
        known ? waited / all : Double.NaN);
  }

  private static Sample sample(List<Slice> slices, boolean uncontended) {
    return Sample.of(
        slices.stream()
            .mapToDouble(slice -> slice.wallNs() - (uncontended ? slice.delayNs() : 0))
            .toArray());
  }

  private static double spread(Sample sample) {
    return sample.size() < 2 ? Double.NaN : sample.standardDeviation() / sample.median();
  }

  private static Diagnosis.Trial trial(Ruler.Trial trial) {
    boolean timed = !trial.event().equals("lock");
    return new Diagnosis.Trial(
        trial.event(),
        trial.status(),
        trial.interval(),
        trial.samples(),
        timed && trial.samples() > 0 && trial.spent() > 0
            ? (double) trial.spent() / trial.samples()
            : Double.NaN);
  }
}
