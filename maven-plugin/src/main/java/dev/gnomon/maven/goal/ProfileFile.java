package dev.gnomon.maven.goal;

import dev.gnomon.imported.ImportedProfiles;
import dev.gnomon.model.BenchmarkId;
import dev.gnomon.problem.ProblemException;
import dev.gnomon.profile.CollapsedReader;
import dev.gnomon.profile.Profile;
import dev.gnomon.profile.ProfileEvent;
import dev.gnomon.profile.jfr.JfrRecording;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/**
 * A profile that another tool took: a recording of the JVM or of async-profiler, or collapsed
 * stacks.
 *
 * @param path the file, foreign
 */
public record ProfileFile(Path path) {
  private static final byte[] RECORDING = {'F', 'L', 'R', 0};

  /** Whether the name of a file is one of a profile. */
  public static boolean named(Path path) {
    String name = String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT);
    return name.endsWith(".jfr") || name.endsWith(".collapsed") || name.endsWith(".folded");
  }

  /**
   * Reads it as the profiles of a benchmark.
   *
   * @param event what collapsed stacks are of; a recording says it itself
   * @throws ProblemException {@code import-file-missing}, {@code import-file-unreadable}, {@code
   *     import-file-empty}
   */
  public ImportedProfiles read(BenchmarkId id, ProfileEvent event) {
    if (!Files.isRegularFile(path)) {
      throw new ProblemException(
          "import-file-missing",
          "%s is not there. Name the file that holds the profile.".formatted(path));
    }
    try {
      JfrRecording read =
          recording() ? JfrRecording.read(path) : new JfrRecording(Map.of(event, collapsed()), 0);
      if (read.profiles().values().stream().allMatch(profile -> profile.total() == 0)) {
        throw new ProblemException(
            "import-file-empty",
            "%s holds no sample of time, allocation or locks. Expected a JFR recording with execution samples, or collapsed stacks, one a line: outer;inner 12. Nothing was imported."
                .formatted(path));
      }
      return ImportedProfiles.of(id, read.profiles(), read.intervalNs());
    } catch (IOException e) {
      throw new ProblemException(
          "import-file-unreadable",
          "%s cannot be read as a profile: %s. Expected a JFR recording, or collapsed stacks, one a line: outer;inner 12. Nothing was imported."
              .formatted(path, String.valueOf(e.getMessage()).replaceAll("\\p{Cntrl}", "?")),
          e);
    }
  }

  private boolean recording() throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      return Arrays.equals(in.readNBytes(RECORDING.length), RECORDING);
    }
  }

  private Profile collapsed() throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      return CollapsedReader.read(in);
    }
  }
}
