package dev.gnomon.model;

import java.util.Objects;

/**
 * Where the profile of one fork lies, and how it was taken. Profiles of different engines or
 * intervals are never compared.
 *
 * @param status one line: {@code ok}, perhaps with what was tried before; or why there is none
 * @param file name relative to the directory of profiles, empty where there is none; made by us,
 *     never from a benchmark's name
 * @param event what was sampled: {@code cpu}, {@code wall}, {@code alloc}, {@code lock}
 * @param engine what sampled it: {@code ctimer}, {@code perf_events}; empty where unknown
 * @param intervalNs sampling interval that was asked for, in ns, or in bytes for {@code alloc}; 0
 *     where unknown
 * @param samples how many samples hit the benchmark, 0 where unknown; the time on the CPU by them
 *     is the effective interval
 */
public record ProfileRef(
    String status, String file, String event, String engine, long intervalNs, long samples) {

  /** No profile was asked for. */
  public static final ProfileRef OFF = new ProfileRef("off", "", "", "", 0);

  /** A profile whose number of samples is not known. */
  public ProfileRef(String status, String file, String event, String engine, long intervalNs) {
    this(status, file, event, engine, intervalNs, 0);
  }

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
