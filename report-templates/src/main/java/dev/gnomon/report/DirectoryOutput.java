package dev.gnomon.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Output into a directory, which is created where it is missing.
 *
 * @param root the directory, usually {@code target/perf}
 */
public record DirectoryOutput(Path root) implements ReportOutput {
  @Override
  public OutputStream create(String relativePath) throws IOException {
    Path file = root.resolve(relativePath).normalize();
    if (!file.startsWith(root.normalize())) {
      throw new IllegalArgumentException(
          "output " + relativePath + " leaves " + root + ", expected a path below it");
    }
    Files.createDirectories(file.getParent());
    return Files.newOutputStream(file);
  }
}
