package dev.gnomon.profile.jfr;

import dev.gnomon.profile.ProfileEvent;
import java.util.Map;
import java.util.Optional;
import jdk.jfr.consumer.RecordedClass;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedStackTrace;

/**
 * One sample of a recording.
 *
 * @param event what was sampled
 * @param stack where
 * @param ending class that was allocated or locked; empty where the stack ends in a method
 * @param weight samples for time, bytes for allocation, ns for waiting; above 0
 */
record JfrSample(
    ProfileEvent event, RecordedStackTrace stack, Optional<String> ending, long weight) {

  /** What is told by which kind of event, in recordings of the JVM and of async-profiler. */
  private enum Kind {
    TIME(ProfileEvent.CPU, "", ""),
    CLOCK(ProfileEvent.WALL, "samples", ""),
    TLAB(ProfileEvent.ALLOC, "tlabSize", "objectClass"),
    OUTSIDE(ProfileEvent.ALLOC, "allocationSize", "objectClass"),
    ALLOCATION(ProfileEvent.ALLOC, "weight", "objectClass"),
    MONITOR(ProfileEvent.LOCK, "", "monitorClass"),
    PARK(ProfileEvent.LOCK, "", "parkedClass");

    private final ProfileEvent event;
    private final String weight;
    private final String type;

    Kind(ProfileEvent event, String weight, String type) {
      this.event = event;
      this.weight = weight;
      this.type = type;
    }
  }

  private static final Map<String, Kind> KINDS =
      Map.of(
          "jdk.ExecutionSample", Kind.TIME,
          "jdk.CPUTimeSample", Kind.TIME,
          "profiler.WallClockSample", Kind.CLOCK,
          "jdk.ObjectAllocationInNewTLAB", Kind.TLAB,
          "jdk.ObjectAllocationOutsideTLAB", Kind.OUTSIDE,
          "jdk.ObjectAllocationSample", Kind.ALLOCATION,
          "jdk.JavaMonitorEnter", Kind.MONITOR,
          "jdk.ThreadPark", Kind.PARK);

  /** The sample that an event is; empty where it is none, or has no stack or weight. */
  static Optional<JfrSample> of(RecordedEvent event) {
    Kind kind = KINDS.get(event.getEventType().getName());
    if (kind == null || event.getStackTrace() == null) {
      return Optional.empty();
    }
    long weight = weight(event, kind);
    return weight > 0
        ? Optional.of(new JfrSample(kind.event, event.getStackTrace(), ending(event, kind), weight))
        : Optional.empty();
  }

  private static long weight(RecordedEvent event, Kind kind) {
    if (kind.event == ProfileEvent.LOCK) {
      return event.getDuration().toNanos();
    }
    return !kind.weight.isEmpty() && event.hasField(kind.weight) ? event.getLong(kind.weight) : 1;
  }

  private static Optional<String> ending(RecordedEvent event, Kind kind) {
    if (kind.type.isEmpty() || !event.hasField(kind.type)) {
      return Optional.empty();
    }
    RecordedClass type = event.getClass(kind.type);
    return Optional.ofNullable(type).map(RecordedClass::getName);
  }
}
