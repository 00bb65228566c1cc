package dev.gnomon.query;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Keeps those apart who use one cache: any number may read it, and who changes it is alone. It is a
 * lock on a file beside the cache, which the system takes back from a process that dies. Threads of
 * one process are kept apart as well, as each loads the database by itself.
 */
final class CacheLock {
  private static final Logger LOG = Logger.getLogger(CacheLock.class.getName());
  private static final Duration PAUSE = Duration.ofMillis(20);

  private final FileChannel channel;

  private CacheLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Waits until it is free.
   *
   * @param shared whether others may read at the same time
   * @throws IOException if it is not free in time, or cannot be had at all
   */
  static CacheLock take(Path file, boolean shared, Duration patience) throws IOException {
    FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    boolean taken = false;
    try {
      long end = System.nanoTime() + patience.toNanos();
      for (taken = taken(channel, shared); !taken; taken = taken(channel, shared)) {
        if (System.nanoTime() - end >= 0 || Thread.currentThread().isInterrupted()) {
          throw new IOException("another process has used it for " + patience.toSeconds() + " s");
        }
        LockSupport.parkNanos(PAUSE.toNanos());
      }
      return new CacheLock(channel);
    } finally {
      if (!taken) {
        channel.close();
      }
    }
  }

  private static boolean taken(FileChannel channel, boolean shared) throws IOException {
    try {
      FileLock lock = channel.tryLock(0, Long.MAX_VALUE, shared);
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false; // another thread of this process
    }
  }

  /** Gives it back. */
  void close() {
    try {
      channel.close();
    } catch (IOException e) {
      LOG.log(Level.FINE, "a lock was not given back", e); // the system does it at the end
    }
  }
}
