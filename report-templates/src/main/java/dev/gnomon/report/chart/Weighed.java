package dev.gnomon.report.chart;

import dev.gnomon.profile.ProfileEvent;

/** What the width of a frame stands for. */
public enum Weighed {
  /** Time, on a CPU or by the clock. */
  TIME("of the time", "took more time", "Frames that the samples ended in", true),
  /** Time that was spent waiting for locks. */
  LOCKS("of the waiting for locks", "waited longer for locks", "What was waited for", false),
  /** Bytes. */
  ALLOCATION("of the allocation", "allocated more", "What was allocated", false),
  /** Nobody knows more than how often. */
  SAMPLES("of the samples", "have more samples", "Frames that the samples ended in", true);

  private final String share;
  private final String wider;
  private final String ends;
  private final boolean code;

  Weighed(String share, String wider, String ends, boolean code) {
    this.share = share;
    this.wider = wider;
    this.ends = ends;
    this.code = code;
  }

  /** What the samples of an event weigh. */
  public static Weighed of(ProfileEvent event) {
    return switch (event) {
      case CPU, WALL -> TIME;
      case ALLOC -> ALLOCATION;
      case LOCK -> LOCKS;
    };
  }

  /** {@code of the time}. */
  String share() {
    return share;
  }

  /** What wider frames did: {@code took more time}. */
  String wider() {
    return wider;
  }

  /** What the innermost frames are. */
  public String ends() {
    return ends;
  }

  /** Whether stacks end in code, rather than in a class that was allocated or waited for. */
  public boolean endsInCode() {
    return code;
  }
}
