package dev.gnomon.measure.process;

import dev.gnomon.problem.ProblemException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A small file by which two forks take turns, an iteration each: whose turn it is, and which of
 * them has left. It is written by the forks themselves, and where one has ended, by us.
 */
final class Turns implements AutoCloseable {
  /** The place of the fork that begins. */
  static final int FIRST = 0;

  /** The place of the other. */
  static final int SECOND = 1;

  private final Path file;
  // Unlike a channel it does not close where the build is being stopped meanwhile.
  private final RandomAccessFile bytes;

  private Turns(Path file, RandomAccessFile bytes) {
    this.file = file;
    this.bytes = bytes;
  }

  /**
   * Two forks that are about to run.
   *
   * @param file is written anew
   * @throws ProblemException {@code output-not-writable}
   */
  static Turns begin(Path file) {
    try {
      Turns turns = new Turns(file, new RandomAccessFile(file.toFile(), "rw"));
      turns.bytes.setLength(0);
      turns.bytes.write(new byte[3]);
      return turns;
    } catch (IOException e) {
      throw notWritable(file, e);
    }
  }

  /** This fork has ended: the other need not wait for it. */
  void left(int place) {
    try {
      bytes.seek(1L + place);
      bytes.write(1);
    } catch (IOException e) {
      throw notWritable(file, e);
    }
  }

  private static ProblemException notWritable(Path file, IOException e) {
    return new ProblemException(
        "output-not-writable",
        "%s can't be written: %s. Expected a directory to write to; <perf.output> names another."
            .formatted(file, e.getMessage()),
        e);
  }

  @Override
  public void close() {
    try {
      bytes.close();
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw notWritable(file, e);
    }
  }
}
