package dev.gnomon.harness;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;

/**
 * This fork's turn among two that measure by turns, an iteration each. They share a file of three
 * bytes: whose turn it is, and for each of them whether it has left, which the JVM that started
 * them writes. A fork that measures alone always has its turn.
 */
final class Turn {
  static final String FILE = "gnomon.turns";
  static final String PLACE = "gnomon.place";

  private static final int BYTES = 3;
  private static final long LOOK_MS = 1;

  /** Of the other's usual turn, the part that is slept through without a look. */
  private static final double UNWATCHED = 0.9;

  private final RandomAccessFile file;
  private final int place;
  private final byte[] bytes = new byte[BYTES];
  private long passedNs;
  private long usualNs;

  private Turn(RandomAccessFile file, int place) {
    this.file = file;
    this.place = place;
  }

  /** The turn of this JVM, by the properties that it was started with. */
  static Turn ofThisFork() {
    String file = System.getProperty(FILE);
    if (file == null) {
      return new Turn(null, 0);
    }
    return of(Path.of(file), Integer.getInteger(PLACE, 0));
  }

  static Turn of(Path file, int place) {
    try {
      return new Turn(new RandomAccessFile(file.toFile(), "rw"), place);
    } catch (IOException e) {
      throw new IllegalStateException("the file by which forks take turns is gone", e);
    }
  }

  /**
   * Waits until the other has passed its turn on, or has left. It sleeps nearly as long as the
   * other took the last time, so that looking costs the other nothing.
   */
  void await() {
    if (file == null) {
      return;
    }
    try {
      sleep((long) (UNWATCHED * usualNs / 1_000_000));
      while (!mine()) {
        sleep(LOOK_MS);
      }
      usualNs = passedNs == 0 ? 0 : System.nanoTime() - passedNs;
    } catch (IOException e) {
      throw new IllegalStateException("the file by which forks take turns can't be read", e);
    }
  }

  /** Lets the other go on. */
  void pass() {
    if (file == null) {
      return;
    }
    try {
      file.seek(0);
      file.write(1 - place);
      passedNs = System.nanoTime();
    } catch (IOException e) {
      throw new IllegalStateException("the file by which forks take turns can't be written", e);
    }
  }

  private boolean mine() throws IOException {
    file.seek(0);
    return file.read(bytes) == BYTES && (bytes[0] == place || bytes[2 - place] != 0);
  }

  private static void sleep(long milliseconds) {
    try {
      Thread.sleep(milliseconds);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the other fork had its turn", e);
    }
  }
}
