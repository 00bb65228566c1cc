package dev.gnomon.harness.live;

import dev.gnomon.profile.ProfileEvent;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A known cause of a change.
 *
 * @param name in a few words
 * @param benchmark that shows it, {@code a.b.C.method}
 * @param expected what an attribution should say
 * @param method that must be named, {@code a.b.C.method}; empty where none may be
 * @param before what is changed in the baseline's sources, so that the candidate's cause alone
 *     differs
 * @param after what is changed in the candidate's
 */
record Plant(
    String name,
    String benchmark,
    Expected expected,
    String method,
    List<Edit> before,
    List<Edit> after) {

  /** What an attribution should say. */
  enum Expected {
    /** Samples of the CPU name the method. */
    FRAME,
    /** So they do, and what is allocated names it as well. */
    ALLOCATING_FRAME,
    /** The CPU does not explain it, since the time is spent waiting; the clock names the method. */
    BLOCKED,
    /** No code is blamed. */
    NO_BLAME
  }

  /** What has to be sampled, in this order. */
  List<ProfileEvent> events() {
    return switch (expected) {
      case FRAME, NO_BLAME -> List.of(ProfileEvent.CPU);
      case ALLOCATING_FRAME -> List.of(ProfileEvent.CPU, ProfileEvent.ALLOC);
      case BLOCKED -> List.of(ProfileEvent.CPU, ProfileEvent.WALL);
    };
  }

  /** Classes whose code differs between the sides, {@code a.b.C}. */
  Set<String> changed() {
    return before.equals(after)
        ? Set.of()
        : Stream.concat(before.stream(), after.stream())
            .map(Edit::type)
            .collect(Collectors.toSet());
  }

  /** Class and method without the package. */
  String shortMethod() {
    return Outcome.shortName(method);
  }
}
