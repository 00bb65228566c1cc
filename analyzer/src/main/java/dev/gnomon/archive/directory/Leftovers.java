package dev.gnomon.archive.directory;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;

/** Temporary files of writers that were killed. They are no runs, and go when they are old. */
final class Leftovers {
  private static final Duration OLD = Duration.ofDays(1);

  private Leftovers() {}

  static void removeFrom(Path directory) throws IOException {
    FileTime time = now(directory);
    try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, ".gnomon-*.tmp")) {
      for (Path file : files) {
        removeIfOld(file, time);
      }
    }
  }

  /**
   * Removes one file if it is old.
   *
   * @param directory of temporary files on the same disk
   */
  static void removeIfOld(Path file, Path directory) throws IOException {
    removeIfOld(file, now(directory));
  }

  /** By the disk's own clock: that of this machine may differ from a file server's. */
  private static FileTime now(Path directory) throws IOException {
    Path now = Files.createTempFile(directory, ".gnomon-", ".tmp");
    FileTime time = Files.getLastModifiedTime(now);
    Files.deleteIfExists(now);
    return time;
  }

  private static void removeIfOld(Path file, FileTime now) {
    try {
      if (Files.getLastModifiedTime(file).toInstant().plus(OLD).isBefore(now.toInstant())) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      // Its writer lives and has just finished, or it is another user's: not ours to remove.
    }
  }
}
