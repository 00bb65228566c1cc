package dev.gnomon.measure;

import dev.gnomon.profile.ProfileEvent;
import java.util.Objects;

/**
 * What is profiled.
 *
 * @param mode when
 * @param event what is sampled in the forks of a measurement
 * @param interval how often, in the unit of the event, above 0
 */
public record Profiling(Mode mode, ProfileEvent event, long interval) {

  /** When forks are profiled. */
  public enum Mode {
    OFF,
    /** Only forks of their own, which explain a change and never count. */
    EVIDENCE,
    /** Every fork, so finely only that it costs nothing, and forks of their own as above. */
    ALWAYS,
    /** As always, and it is an error where no profile can be had. */
    REQUIRED
  }

  public Profiling {
    Objects.requireNonNull(mode, "mode");
    Objects.requireNonNull(event, "event");
    if (interval < 1) {
      throw new IllegalArgumentException(
          "a profile at an interval of " + interval + ", expected at least 1");
    }
  }

  /** Time on the CPU in every fork that counts, unless the mode says otherwise. */
  public static Profiling of(Mode mode) {
    return new Profiling(mode, ProfileEvent.CPU, ProfileEvent.CPU.usualInterval());
  }

  /** Whether the forks of a measurement leave profiles. */
  public boolean inEveryFork() {
    return mode == Mode.ALWAYS || mode == Mode.REQUIRED;
  }

  /** Whether a change may be explained by forks of their own. */
  public boolean byEvidence() {
    return mode != Mode.OFF;
  }
}
