package dev.gnomon.attribution;

import dev.gnomon.profile.ProfileEvent;

/** What the samples of a profile weigh. */
public enum Weight {
  /** Nanoseconds on a CPU. */
  CPU("ns/op"),
  /** Nanoseconds of the clock, whatever the thread did: it ran, waited or slept. */
  WALL("ns/op"),
  /** Nanoseconds of waiting for locks. */
  LOCK("ns/op"),
  /** Allocated bytes. */
  ALLOCATION("B/op");

  private final String unit;

  Weight(String unit) {
    this.unit = unit;
  }

  /** What the samples of an event weigh. */
  public static Weight of(ProfileEvent event) {
    return switch (event) {
      case CPU -> CPU;
      case WALL -> WALL;
      case LOCK -> LOCK;
      case ALLOC -> ALLOCATION;
    };
  }

  /** Whether the last frame of a stack is no method, but the class that was allocated or locked. */
  public boolean endsInClass() {
    return this == ALLOCATION || this == LOCK;
  }

  /** Unit of what a frame costs. */
  public String unit() {
    return unit;
  }
}
