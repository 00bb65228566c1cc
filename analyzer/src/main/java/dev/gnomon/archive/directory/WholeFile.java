package dev.gnomon.archive.directory;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Writes files that are whole or not there at all, whenever the process or the machine dies. */
public final class WholeFile {
  private static final Opening DISK = file -> FileChannel.open(file, StandardOpenOption.WRITE);

  private final Path temporary;
  private final Opening opening;

  /** Opens a file that is there; tests put a full disk in its place. */
  @FunctionalInterface
  interface Opening {
    FileChannel open(Path file) throws IOException;
  }

  WholeFile(Path temporary, Opening opening) {
    this.temporary = temporary;
    this.opening = opening;
  }

  /** A writer that prepares its files in {@code temporary}, on the same disk as their places. */
  static WholeFile via(Path temporary) {
    return new WholeFile(temporary, DISK);
  }

  /**
   * Writes a file in place of what was there, making its directory.
   *
   * @throws dev.gnomon.problem.ProblemException {@code output-not-writable} or {@code disk-full}
   */
  public static void replace(Path file, byte[] content) {
    Path directory = file.toAbsolutePath().getParent();
    try {
      Files.createDirectories(directory);
      Path written = via(directory).write(content);
      try {
        Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(written);
      }
      sync(directory);
    } catch (IOException e) {
      throw Storage.output(file).problem(e);
    }
  }

  /**
   * Writes a file that is not there yet, in a directory that is.
   *
   * @throws FileAlreadyExistsException if it is there, whoever made it; it stays as it is
   */
  void create(Path file, byte[] content) throws IOException {
    Path written = write(content);
    try {
      link(written, file);
    } finally {
      Files.deleteIfExists(written);
    }
    sync(file.getParent());
  }

  private Path write(byte[] content) throws IOException {
    Path file = Files.createTempFile(temporary, ".gnomon-", ".tmp");
    try (FileChannel channel = opening.open(file)) {
      ByteBuffer buffer = ByteBuffer.wrap(content);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      channel.force(true);
      return file;
    } catch (IOException e) {
      Files.deleteIfExists(file);
      throw e;
    }
  }

  /** A hard link fails where the name is taken, and a move does not; some disks know no links. */
  private static void link(Path written, Path file) throws IOException {
    try {
      Files.createLink(file, written);
    } catch (FileAlreadyExistsException e) {
      throw e;
    } catch (IOException | UnsupportedOperationException e) {
      if (Files.exists(file)) {
        throw new FileAlreadyExistsException(file.toString());
      }
      Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
    }
  }

  /** Makes the new name itself durable, where the system lets a directory be opened. */
  private static void sync(Path directory) {
    try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      // Windows opens no directories, and needs no such call.
    }
  }
}
