package dev.gnomon.archive;

import dev.gnomon.json.RunJson;
import dev.gnomon.model.Run;
import dev.gnomon.model.RunHead;
import dev.gnomon.problem.ProblemException;
import dev.gnomon.profile.RunProfiles;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;

/** A run as archives keep it: JSON that its address vouches for. */
public final class StoredRun {
  /** Code of the problem that a document is not what its address says. */
  public static final String DAMAGED = "archive-file-damaged";

  private final RunAddress address;
  private final byte[] json;
  private final Optional<StoredProfiles> profiles;

  private StoredRun(RunAddress address, byte[] json, Optional<StoredProfiles> profiles) {
    this.address = address;
    this.json = json;
    this.profiles = profiles;
  }

  /** The document of a run without profiles. */
  public static StoredRun of(Run run) {
    return of(run, RunProfiles.NONE);
  }

  /** The document of a run, and that of its profiles if it has any. */
  public static StoredRun of(Run run, RunProfiles profiles) {
    byte[] json = RunJson.encode(run);
    return new StoredRun(RunName.of(run, json).address(run), json, StoredProfiles.of(profiles));
  }

  /**
   * A document that was kept somewhere.
   *
   * @param bytes untrusted, plain or gzipped; read to their end, not closed
   * @param place what messages call it, usually the path of the file
   * @throws ProblemException {@code archive-file-damaged} unless it is what its address says
   */
  public static StoredRun kept(RunAddress address, InputStream bytes, String place) {
    byte[] json = undamaged(place, () -> RunJson.unzipped(bytes, place));
    String file = address.path().substring(address.path().lastIndexOf('/') + 1);
    if (!RunName.parse(file).map(name -> name.names(json)).orElse(false)) {
      throw damaged(place, "it does not hold what its name says", null);
    }
    return new StoredRun(address, json, Optional.empty());
  }

  /**
   * What stands at the start of a kept document.
   *
   * @param bytes as for {@link #kept}
   * @throws ProblemException {@code archive-file-damaged}, {@code run-file-future}
   */
  public static RunHead head(InputStream bytes, String place) {
    return undamaged(place, () -> RunJson.decodeHead(bytes, place));
  }

  /** The same run beside the document of its profiles. */
  public StoredRun with(Optional<StoredProfiles> others) {
    return new StoredRun(address, json, others);
  }

  /**
   * The profiles that it brings along; empty where it has none, or where they were not asked for.
   */
  public Optional<StoredProfiles> profiles() {
    return profiles;
  }

  /** Where it lies in any archive. */
  public RunAddress address() {
    return address;
  }

  /** The digits that vouch for its content: SHA-256 of its JSON. */
  public String hash() {
    return Sha256.hex(json);
  }

  /** Whether both are the same document; profiles are no part of it. */
  public boolean same(StoredRun other) {
    return address.equals(other.address) && Arrays.equals(json, other.json);
  }

  /** The run in it; {@code place} as for {@link #kept}. */
  public Run run(String place) {
    return RunJson.decode(new ByteArrayInputStream(json), place + ": " + address.path());
  }

  /** Its JSON, gzipped. */
  public byte[] zipped() {
    return Zipped.of(json);
  }

  /** A stored document that is not what it was. */
  public static ProblemException damaged(String place, String found, ProblemException cause) {
    return new ProblemException(
        DAMAGED,
        "A run of the archive is damaged: %s (%s). Restore the file from a copy of the archive, or delete it to do without that run."
            .formatted(place, found),
        cause);
  }

  /** Reads, and says of what cannot be read that the archive is damaged there. */
  private static <T> T undamaged(String place, Supplier<T> reading) {
    try {
      return reading.get();
    } catch (ProblemException e) {
      throw e.code().equals("run-file-future") ? e : damaged(place, e.getMessage(), e);
    }
  }
}
