package dev.gnomon.profile;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a profiler samples. */
public enum ProfileEvent {
  /** Time on a CPU: a sample every so many nanoseconds of it. */
  CPU(10_000_000),
  /** Time whatever a thread does: a sample every so many nanoseconds of the clock. */
  WALL(2_000_000),
  /** Allocation: a sample every so many bytes. */
  ALLOC(512 * 1024),
  /** Waiting for locks: a sample for every so many nanoseconds waited. */
  LOCK(10_000);

  private final long usual;

  ProfileEvent(long usual) {
    this.usual = usual;
  }

  /** As the profiler and a run's document call it: {@code cpu}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The interval that costs next to nothing, in {@link #unit()}. */
  public long usualInterval() {
    return usual;
  }

  /** What intervals and samples are counted in: {@code ns}, {@code B}. */
  public String unit() {
    return this == ALLOC ? "B" : "ns";
  }

  /** The event of this name; empty where it is none of these. */
  public static Optional<ProfileEvent> named(String word) {
    return Arrays.stream(values()).filter(event -> event.word().equals(word)).findFirst();
  }
}
