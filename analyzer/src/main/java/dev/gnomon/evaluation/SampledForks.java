package dev.gnomon.evaluation;

import dev.gnomon.attribution.ProfiledFork;
import dev.gnomon.model.Fork;
import dev.gnomon.model.Iteration;
import dev.gnomon.model.Metric;
import dev.gnomon.model.ProfileRef;
import dev.gnomon.model.Secondary;
import dev.gnomon.model.Series;
import dev.gnomon.profile.FrameNames;
import dev.gnomon.profile.Profile;
import dev.gnomon.profile.ProfileEvent;
import dev.gnomon.unit.Figures;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The forks of one benchmark on one side that have a profile of an event, by how it was taken.
 *
 * @param byWay the forks of each way whose profile can be read
 */
record SampledForks(Map<Way, List<ProfiledFork>> byWay) {
  /** The engine whose samples come as often as it was told. */
  private static final String EXACT = "perf_events";

  /** How a profile was taken. Profiles taken in different ways are not compared. */
  record Way(String engine, long interval) {
    private static final Pattern PLAIN = Pattern.compile("[a-z_-]{1,20}");

    /** {@code perf_events every 1 ms}. */
    String words(ProfileEvent event) {
      String by = PLAIN.matcher(engine).matches() ? engine : "an unknown engine";
      return interval > 0 ? by + " every " + Figures.quantity((double) interval, event.unit()) : by;
    }
  }

  static SampledForks of(Series series, ProfileEvent event, ProfiledRun run) {
    Map<Way, List<ProfiledFork>> byWay = new LinkedHashMap<>();
    for (Fork fork : series.goodForks()) {
      ProfileRef ref = fork.profile();
      if (ref.present() && ref.event().equals(event.word())) {
        Way way = new Way(ref.engine(), ref.intervalNs());
        // A way stays known where its profiles cannot be read: that is too little, not nothing.
        List<ProfiledFork> forks = byWay.computeIfAbsent(way, w -> new ArrayList<>());
        run.profiles()
            .apply(ref)
            .flatMap(profile -> profiled(profile, event, fork))
            .ifPresent(forks::add);
      }
    }
    return new SampledForks(byWay);
  }

  private static Optional<ProfiledFork> profiled(Profile profile, ProfileEvent event, Fork fork) {
    double operations = fork.iterations().stream().mapToDouble(Iteration::ops).sum();
    Secondary exact = fork.secondary().get(Metric.ALLOCATION.name());
    if (event == ProfileEvent.ALLOC && exact != null && exact.value() > 0) {
      // Samples tell the shares; the JVM's own count of bytes tells the whole, to the byte.
      operations = underStub(profile) / exact.value();
    }
    double onCpu = onCpu(fork);
    if (event == ProfileEvent.CPU && !fork.profile().engine().equals(EXACT) && onCpu > 0) {
      // The JVM's own recorder looks less often than it is told, and a sample counts as if it had
      // not.
      operations *= underStub(profile) / onCpu;
    }
    return operations > 0 ? Optional.of(new ProfiledFork(profile, operations)) : Optional.empty();
  }

  /** Time of the workers on a CPU in all iterations, ns; NaN where it was not measured. */
  private static double onCpu(Fork fork) {
    return fork.iterations().stream()
        .mapToDouble(
            iteration ->
                iteration.workers().onCpuNs() > 0 ? iteration.workers().onCpuNs() : Double.NaN)
        .sum();
  }

  private static double underStub(Profile profile) {
    return profile.samples().entrySet().stream()
        .filter(e -> e.getKey().frames().stream().anyMatch(f -> f.name().contains(FrameNames.STUB)))
        .mapToDouble(Map.Entry::getValue)
        .sum();
  }

  boolean isEmpty() {
    return byWay.isEmpty();
  }

  List<ProfiledFork> by(Way way) {
    return byWay.getOrDefault(way, List.of());
  }

  /** How most of these were taken. */
  Way usual() {
    return byWay.entrySet().stream()
        .max(Comparator.comparingInt(e -> e.getValue().size()))
        .map(Map.Entry::getKey)
        .orElseThrow();
  }

  /** The way in which both sides have the most; empty where they have none in common. */
  Optional<Way> common(SampledForks other) {
    return byWay.keySet().stream()
        .filter(other.byWay.keySet()::contains)
        .max(Comparator.comparingInt(way -> Math.min(by(way).size(), other.by(way).size())));
  }
}
