package dev.gnomon.archive;

import dev.gnomon.json.ProfilesJson;
import dev.gnomon.problem.ProblemException;
import dev.gnomon.profile.Condensing;
import dev.gnomon.profile.Profile;
import dev.gnomon.profile.RunProfiles;
import java.io.ByteArrayInputStream;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The profiles of a run as archives keep them, beside the run's own document. */
public final class StoredProfiles {
  /** Code of the problem that a document of profiles cannot be read. */
  public static final String DAMAGED = "profiles-unreadable";

  private final byte[] zipped;

  private StoredProfiles(byte[] zipped) {
    this.zipped = zipped;
  }

  /** The document of profiles, each condensed; empty where there is none. */
  public static Optional<StoredProfiles> of(RunProfiles profiles) {
    Map<String, Profile> condensed = new TreeMap<>();
    profiles.byFile().forEach((file, profile) -> condensed.put(file, Condensing.of(profile)));
    return condensed.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new StoredProfiles(Zipped.of(ProfilesJson.encode(new RunProfiles(condensed)))));
  }

  /** A document that was kept somewhere, not looked into. */
  public static StoredProfiles kept(byte[] zipped) {
    return new StoredProfiles(zipped.clone());
  }

  /**
   * The profiles in it.
   *
   * @param place what messages call it
   * @throws ProblemException {@code profiles-unreadable}
   */
  public RunProfiles profiles(String place) {
    return ProfilesJson.decode(new ByteArrayInputStream(zipped), place);
  }

  /** Its JSON, gzipped. */
  public byte[] zipped() {
    return zipped.clone();
  }
}
