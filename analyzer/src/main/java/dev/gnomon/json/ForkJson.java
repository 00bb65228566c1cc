package dev.gnomon.json;

import dev.gnomon.model.Failure;
import dev.gnomon.model.Fork;
import dev.gnomon.model.Iteration;
import dev.gnomon.model.Noise;
import dev.gnomon.model.ProfileRef;
import dev.gnomon.model.Secondary;
import dev.gnomon.model.WorkerTime;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** One fork in a run. */
final class ForkJson {
  private ForkJson() {}

  static void write(JsonOut out, Fork fork) {
    out.whole("round", fork.round()).text("startedAt", fork.startedAt().toString());
    IterationsJson.write(out, "warmup", fork.warmup());
    IterationsJson.write(out, "iterations", fork.iterations());
    out.object("secondary", all -> fork.secondary().forEach((k, v) -> secondary(all, k, v)));
    if (!fork.noise().equals(Noise.NONE)) {
      out.object("noise", noise -> write(noise, fork.noise()));
    }
    if (!fork.profile().equals(ProfileRef.OFF)) {
      out.object("profile", profile -> write(profile, fork.profile()));
    }
    fork.failure().ifPresent(f -> out.object("failure", failure -> write(failure, f)));
  }

  private static void secondary(JsonOut out, String name, Secondary secondary) {
    out.object(name, o -> o.real("value", secondary.value()).text("unit", secondary.unit()));
  }

  private static void write(JsonOut out, Noise noise) {
    out.whole("windowNs", noise.windowNs())
        .whole("stealNs", noise.stealNs())
        .whole("cpuPressureNs", noise.cpuPressureNs())
        .whole("memoryPressureNs", noise.memoryPressureNs())
        .whole("throttledNs", noise.throttledNs())
        .whole("otherBusyNs", noise.otherBusyNs())
        .whole("involuntarySwitches", noise.involuntarySwitches());
    if (noise.thermalThrottles() >= 0) {
      out.whole("thermalThrottles", noise.thermalThrottles());
    }
    if (noise.frequencyKhz() >= 0) {
      out.whole("frequencyKhz", noise.frequencyKhz());
    }
  }

  private static void write(JsonOut out, ProfileRef profile) {
    out.text("status", profile.status())
        .text("file", profile.file())
        .text("event", profile.event())
        .text("engine", profile.engine())
        .whole("intervalNs", profile.intervalNs());
    if (profile.samples() > 0) {
      out.whole("samples", profile.samples());
    }
  }

  private static void write(JsonOut out, Failure failure) {
    out.text("kind", failure.kind().name())
        .text("reason", failure.reason())
        .texts("lastLines", failure.lastLines());
  }

  static Fork read(Fields in) {
    return new Fork(
        in.count("round"),
        in.instant("startedAt"),
        iterations(in, "warmup"),
        iterations(in, "iterations"),
        secondaries(in.object("secondary")),
        in.objectIfAny("noise").map(f -> f.as(ForkJson::noise)).orElse(Noise.NONE),
        in.objectIfAny("profile").map(f -> f.as(ForkJson::profile)).orElse(ProfileRef.OFF),
        in.objectIfAny("failure").map(f -> f.as(ForkJson::failure)));
  }

  private static List<Iteration> iterations(Fields in, String name) {
    return in.object(name).as(IterationsJson::read);
  }

  private static SortedMap<String, Secondary> secondaries(Fields in) {
    SortedMap<String, Secondary> all = new TreeMap<>();
    for (String name : in.names()) {
      all.put(name, in.object(name).as(f -> new Secondary(f.real("value"), f.text("unit"))));
    }
    return all;
  }

  private static Noise noise(Fields in) {
    return new Noise(
        in.whole("windowNs"),
        in.whole("stealNs"),
        in.whole("cpuPressureNs"),
        in.whole("memoryPressureNs"),
        in.whole("throttledNs"),
        in.whole("otherBusyNs"),
        in.whole("involuntarySwitches"),
        wholeIfAny(in, "thermalThrottles"),
        wholeIfAny(in, "frequencyKhz"));
  }

  /** Most machines, and runs of earlier versions, do not tell. */
  private static long wholeIfAny(Fields in, String name) {
    return in.has(name) ? in.whole(name) : WorkerTime.UNKNOWN;
  }

  private static ProfileRef profile(Fields in) {
    return new ProfileRef(
        in.text("status"),
        in.text("file"),
        in.text("event"),
        in.text("engine"),
        in.whole("intervalNs"),
        // Earlier runs do not tell.
        in.has("samples") ? in.whole("samples") : 0);
  }

  private static Failure failure(Fields in) {
    return new Failure(
        in.constant("kind", Failure.Kind.class), in.text("reason"), in.texts("lastLines"));
  }
}
