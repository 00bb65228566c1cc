package dev.gnomon.model;

import java.util.Objects;

/**
 * Where the profile of one fork lies, and how it was taken. Profiles of different engines or
 * intervals are never compared.
 *
 * @param status one line: {@code ok}, or why there is none
 * @param file name relative to the directory of profiles, empty where there is none; made by us,
 *     never from a benchmark's name
 * @param event what was sampled: {@code cpu}, {@code alloc}
 * @param engine what sampled it: {@code ctimer}, {@code perf_events}; empty where unknown
 * @param intervalNs effective sampling interval in ns, 0 where unknown
 */
public record ProfileRef(String status, String file, String event, String engine, long intervalNs) {

  /** No profile was asked for. */
  public static final ProfileRef OFF = new ProfileRef("off", "", "", "", 0);

  public ProfileRef {
    Objects.requireNonNull(status, "status");
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(event, "event");
    Objects.requireNonNull(engine, "engine");
  }

  /** Whether there is a profile to read. */
  public boolean present() {
    return !file.isEmpty();
  }
}
