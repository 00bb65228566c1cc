package dev.gnomon.profile;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The profiles of a run.
 *
 * @param byFile each fork's, by the name that the run's document calls it
 */
public record RunProfiles(SortedMap<String, Profile> byFile) {

  /** A run without profiles. */
  public static final RunProfiles NONE = new RunProfiles(Map.of());

  /** The profiles of a run in any order. */
  public RunProfiles(Map<String, Profile> byFile) {
    this(new TreeMap<>(byFile));
  }

  public RunProfiles {
    byFile = Collections.unmodifiableSortedMap(new TreeMap<>(byFile));
  }

  /** The profile of this name; empty where none was kept. */
  public Optional<Profile> named(String file) {
    return Optional.ofNullable(byFile.get(file));
  }

  public boolean isEmpty() {
    return byFile.isEmpty();
  }
}
