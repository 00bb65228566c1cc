package dev.gnomon.report;

import dev.gnomon.model.ProfileRef;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Profiles in a directory. The name in a run file is foreign text, so anything that is not a plain
 * file directly below the directory is not found.
 *
 * @param directory where the harness left them
 */
public record DirectoryProfiles(Path directory) implements Profiles {
  @Override
  public Optional<InputStream> open(ProfileRef ref) throws IOException {
    Optional<Path> file = ref.present() ? inside(ref.file()) : Optional.empty();
    return file.isEmpty() ? Optional.empty() : Optional.of(Files.newInputStream(file.get()));
  }

  private Optional<Path> inside(String name) {
    try {
      Path root = directory.toAbsolutePath().normalize();
      Path file = root.resolve(name).normalize();
      return file.startsWith(root) && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
          ? Optional.of(file)
          : Optional.empty();
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }
}
