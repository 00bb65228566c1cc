package dev.gnomon.report;

import dev.gnomon.model.Fork;
import dev.gnomon.model.Iteration;
import dev.gnomon.model.ProfileRef;
import dev.gnomon.profile.Profile;
import dev.gnomon.profile.ProfileEvent;
import dev.gnomon.report.chart.Weighed;
import dev.gnomon.report.text.Visible;
import dev.gnomon.report.text.Wording;
import dev.gnomon.unit.Figures;
import java.util.List;
import java.util.Optional;

/** Says how a benchmark was sampled, and how often. */
final class SamplingNote {
  private static final int LONGEST = 40;

  private final List<Fork> forks;
  private final Profile sum;
  private final ProfileRef first;
  private final Optional<ProfileEvent> event;

  /**
   * A note on forks that were sampled in the same way.
   *
   * @param forks at least one
   * @param sum their profiles together
   */
  SamplingNote(List<Fork> forks, Profile sum) {
    this.forks = List.copyOf(forks);
    this.sum = sum;
    this.first = forks.get(0).profile();
    this.event = ProfileEvent.named(first.event());
  }

  Weighed weighed() {
    return event.map(Weighed::of).orElse(Weighed.SAMPLES);
  }

  /** Without a full stop; it ends with the number of forks. */
  String text() {
    return "%s, %s%s%s%s in the measured iterations of %s"
        .formatted(
            amount(),
            what(),
            interval(),
            engine(),
            effective(),
            Wording.count(forks.size(), "fork"));
  }

  /** The profiler may count samples, or what they stand for. */
  private String amount() {
    boolean weights = event.filter(e -> !isTime(e)).isPresent();
    double total = (double) sum.total();
    if (weights) {
      String quantity = Figures.quantity(total, unit());
      return samples() > 0 ? Wording.count(samples(), "sample") + ", " + quantity : quantity;
    }
    long each = first.intervalNs();
    boolean time = each > 1 && sum.samples().values().stream().allMatch(count -> count % each == 0);
    return time
        ? Wording.count(sum.total() / each, "sample") + ", " + Figures.quantity(total, "ns")
        : Wording.count(sum.total(), "sample");
  }

  private String what() {
    return event.map(SamplingNote::word).orElse(Visible.line(first.event(), LONGEST));
  }

  private static boolean isTime(ProfileEvent event) {
    return Weighed.of(event) == Weighed.TIME;
  }

  private static String word(ProfileEvent event) {
    return switch (event) {
      case CPU -> "cpu";
      case WALL -> "wall clock";
      case ALLOC -> "allocation";
      case LOCK -> "waiting for locks";
    };
  }

  private String interval() {
    double each = (double) first.intervalNs();
    return each > 0 ? " every " + Figures.quantity(each, unit()) : "";
  }

  private String engine() {
    return first.engine().isEmpty() ? "" : " by " + Visible.line(first.engine(), LONGEST);
  }

  /** A timer may fire less often than it was asked to. */
  private String effective() {
    double onCpu = 0;
    for (Fork fork : forks) {
      for (Iteration iteration : fork.iterations()) {
        onCpu += iteration.workers().onCpuMeasured() ? iteration.workers().onCpuNs() : Double.NaN;
      }
    }
    boolean known = event.equals(Optional.of(ProfileEvent.CPU)) && samples() > 0 && onCpu > 0;
    return known ? " (in effect every " + Figures.quantity(onCpu / samples(), "ns") + ")" : "";
  }

  /** All forks' together; 0 where that of one is not known. */
  private long samples() {
    boolean known = forks.stream().allMatch(fork -> fork.profile().samples() > 0);
    return known ? forks.stream().mapToLong(fork -> fork.profile().samples()).sum() : 0;
  }

  private String unit() {
    return event.map(ProfileEvent::unit).orElse("ns");
  }
}
