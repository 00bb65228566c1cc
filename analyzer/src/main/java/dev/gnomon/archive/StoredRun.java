package dev.gnomon.archive;

import dev.gnomon.json.RunJson;
import dev.gnomon.model.Run;
import dev.gnomon.model.RunHead;
import dev.gnomon.problem.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.function.Supplier;
import java.util.zip.GZIPOutputStream;

/** A run as archives keep it: JSON that its address vouches for. */
public final class StoredRun {
  /** Code of the problem that a document is not what its address says. */
  public static final String DAMAGED = "archive-file-damaged";

  private final RunAddress address;
  private final byte[] json;

  private StoredRun(RunAddress address, byte[] json) {
    this.address = address;
    this.json = json;
  }

  /** The document of a run. */
  public static StoredRun of(Run run) {
    byte[] json = RunJson.encode(run);
    return new StoredRun(RunName.of(run, json).address(run), json);
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
    return new StoredRun(address, json);
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

  /** Where it lies in any archive. */
  public RunAddress address() {
    return address;
  }

  /** The digits that vouch for its content: SHA-256 of its JSON. */
  public String hash() {
    return Sha256.hex(json);
  }

  /** Whether both are the same document. */
  public boolean same(StoredRun other) {
    return address.equals(other.address) && Arrays.equals(json, other.json);
  }

  /** The run in it; {@code place} as for {@link #kept}. */
  public Run run(String place) {
    return RunJson.decode(new ByteArrayInputStream(json), place + ": " + address.path());
  }

  /** Its JSON, gzipped. */
  public byte[] zipped() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
      zip.write(json);
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail", e);
    }
    return bytes.toByteArray();
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
