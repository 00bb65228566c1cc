package dev.gnomon.maven.goal;

import dev.gnomon.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A text that a goal was asked to put into a file. */
public final class TextFile {
  private TextFile() {}

  /** Writes it in UTF-8, and the directories above it if need be. */
  public static void write(Path file, String text) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new ProblemException(
          "export-failed",
          "%s cannot be written: %s. Expected a file that this user may write. Name another: -Dperf.to=PATH"
              .formatted(file, e.getMessage()),
          e);
    }
  }
}
