package dev.gnomon.archive;

import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;

/**
 * Where a run lies in an archive, with what its address alone tells.
 *
 * @param path path inside the archive, {@code /} between its parts
 * @param environment fingerprint of the strict facts
 * @param startedAt when measuring began
 * @param commit first 12 digits of the commit, empty where unknown
 */
public record RunAddress(String path, String environment, Instant startedAt, String commit) {
  /** Newest first; runs of one moment by their paths. */
  public static final Comparator<RunAddress> NEWEST_FIRST =
      Comparator.comparing(RunAddress::startedAt).thenComparing(RunAddress::path).reversed();

  /** Path of the document of its profiles, which need not be there. */
  public String profilesPath() {
    return RunName.profiles(path);
  }

  public RunAddress {
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(environment, "environment");
    Objects.requireNonNull(startedAt, "startedAt");
    Objects.requireNonNull(commit, "commit");
  }
}
