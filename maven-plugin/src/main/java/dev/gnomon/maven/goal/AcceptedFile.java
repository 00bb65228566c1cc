package dev.gnomon.maven.goal;

import dev.gnomon.gate.Acceptance;
import dev.gnomon.gate.AcceptanceFile;
import dev.gnomon.problem.ProblemException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/**
 * The reviewed file of acceptances in the repository.
 *
 * @param path usually {@code .perf/accepted.json} in the top directory of the build
 */
public record AcceptedFile(Path path) {

  /** What the file accepts; nothing where there is no file. */
  public List<Acceptance> read() {
    if (!Files.isRegularFile(path)) {
      return List.of();
    }
    try {
      if (Files.size(path) > AcceptanceFile.LONGEST) {
        throw unusable("it is longer than " + AcceptanceFile.LONGEST + " bytes", null);
      }
      return AcceptanceFile.read(Files.readString(path, StandardCharsets.UTF_8), path.toString());
    } catch (IOException e) {
      throw unusable(e.getMessage(), e);
    }
  }

  /** Adds acceptances, in place of earlier ones of the same benchmark and metric. */
  public void add(List<Acceptance> accepted) {
    List<Acceptance> all = new ArrayList<>(read());
    for (Acceptance next : accepted) {
      all.removeIf(
          old -> old.benchmark().equals(next.benchmark()) && old.metric().equals(next.metric()));
      all.add(next);
    }
    try {
      Path directory = path.toAbsolutePath().getParent();
      Files.createDirectories(directory);
      Path partial = Files.createTempFile(directory, "accepted", ".part");
      Files.writeString(partial, AcceptanceFile.write(all), StandardCharsets.UTF_8);
      Files.move(partial, path, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw unusable(e.getMessage(), e);
    }
  }

  private ProblemException unusable(String why, IOException cause) {
    return new ProblemException(
        "acceptance-file-unreadable",
        "%s cannot be used: %s. Make it readable and writable, or name another file with -Dperf.accepted."
            .formatted(path, why),
        cause);
  }
}
