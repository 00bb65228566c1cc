package dev.gnomon.maven.base;

import dev.gnomon.problem.ProblemException;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.FileLockInterruptionException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * One build of a base at a time below one directory: whoever begins removes what others left.
 *
 * @param directory the directory
 * @param waiting told that another build is waited for
 */
record BaseLock(Path directory, Consumer<String> waiting) {

  /**
   * Does work while nobody else does.
   *
   * @throws ProblemException {@code output-not-writable}, {@code interrupted}
   */
  <T> T during(Supplier<T> work) {
    // The file's lock is the whole JVM's; one text for all class loaders keeps its threads apart.
    synchronized (("dev.gnomon.base " + directory).intern()) {
      try (FileChannel channel = open();
          FileLock lock = lock(channel)) {
        assert lock.isValid();
        return work.get();
      } catch (ClosedByInterruptException | FileLockInterruptionException e) {
        Thread.currentThread().interrupt();
        throw new ProblemException(
            "interrupted", "Preparing the base was interrupted. Start the goal again.", e);
      } catch (IOException e) {
        throw new ProblemException(
            "output-not-writable",
            "%s cannot be locked: %s. The base is built there; make it writable, or run mvn clean."
                .formatted(directory, e.getMessage()),
            e);
      }
    }
  }

  private FileChannel open() throws IOException {
    return FileChannel.open(
        Files.createDirectories(directory).resolve("lock"),
        StandardOpenOption.CREATE,
        StandardOpenOption.WRITE);
  }

  private FileLock lock(FileChannel channel) throws IOException {
    FileLock free = channel.tryLock();
    if (free != null) {
      return free;
    }
    waiting.accept("Waiting for another build, which prepares a base in " + directory + ".");
    return channel.lock();
  }
}
