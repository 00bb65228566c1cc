package dev.gnomon.measure.process;

import dev.gnomon.model.Failure;
import dev.gnomon.model.Fork;
import dev.gnomon.model.Noise;
import dev.gnomon.model.ProfileRef;
import dev.gnomon.model.Secondary;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Makes the value of a fork from how it ended. */
final class ForkBuilder {
  private ForkBuilder() {}

  static Fork build(ForkOrder order, Instant startedAt, Host.Ending ending)
      throws HostLostException {
    Optional<Failure> failure = failure(ending);
    ForkRecord record = ending.record();
    ProfileRef profile =
        record.profileRef(order.profile().map(asked -> asked.how().event().word()).orElse(""));
    return new Fork(
        order.round(),
        startedAt,
        record.warmup(),
        record.measured(),
        failure.isPresent() ? new TreeMap<>() : secondary(ending.last()),
        record.noise(),
        failure.isPresent() ? withoutFile(profile) : profile,
        failure);
  }

  /** A fork that was lost together with its host. */
  static Fork lost(ForkOrder order, Instant startedAt, HostLostException reason) {
    Failure failure =
        new Failure(
            Failure.Kind.CRASHED,
            "the JVM that measures ended twice while this benchmark ran: " + reason.getMessage(),
            List.of());
    return new Fork(
        order.round(),
        startedAt,
        List.of(),
        List.of(),
        new TreeMap<>(),
        Noise.NONE,
        ProfileRef.OFF,
        Optional.of(failure));
  }

  private static ProfileRef withoutFile(ProfileRef profile) {
    return profile.equals(ProfileRef.OFF)
        ? profile
        : new ProfileRef("none: the fork failed", "", profile.event(), profile.engine(), 0);
  }

  private static Optional<Failure> failure(Host.Ending ending) throws HostLostException {
    Frame last = ending.last();
    if (ending.stopped()) {
      // Ended because it had shown enough: that the host saw it killed is no failure.
      return Optional.empty();
    }
    if (ending.timedOut().isPresent()) {
      return Optional.of(
          new Failure(
              Failure.Kind.TIMED_OUT,
              "still running after %d s, its time limit; perf.forkTimeout sets another"
                  .formatted(ending.timedOut().get().toSeconds()),
              last.list("line.")));
    }
    return switch (last.kind()) {
      case "ended" -> Optional.empty();
      case "failed" ->
          Optional.of(
              new Failure(kind(last.text("kind")), last.text("reason"), last.list("line.")));
      default -> throw new HostLostException("the host ended a fork with " + last.kind());
    };
  }

  private static Failure.Kind kind(String name) throws HostLostException {
    try {
      return Failure.Kind.valueOf(name);
    } catch (IllegalArgumentException e) {
      throw new HostLostException("the host told of an unknown failure " + name, e);
    }
  }

  private static SortedMap<String, Secondary> secondary(Frame last) throws HostLostException {
    SortedMap<String, Secondary> secondary = new TreeMap<>();
    try {
      for (String name : last.below("score.").keySet()) {
        secondary.put(
            name, new Secondary(last.decimal("score." + name), last.text("unit." + name)));
      }
    } catch (IOException e) {
      throw new HostLostException("the host sent a result that can't be", e);
    }
    return secondary;
  }
}
