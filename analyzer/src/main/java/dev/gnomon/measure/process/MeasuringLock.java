package dev.gnomon.measure.process;

import dev.gnomon.doctor.Examined.Lock;
import dev.gnomon.doctor.Examined.Lock.State;
import dev.gnomon.measure.HostCommand;
import dev.gnomon.problem.ProblemException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * One measurement at a time on a machine: two would measure each other. Whoever comes second waits
 * and says for whom. The operating system frees the lock when its holder dies, however it dies.
 */
final class MeasuringLock implements AutoCloseable {
  private static final String NAME = "gnomon-measuring.lock";
  private static final int MOST_BYTES = 300;
  private static final long LOCKED_BYTE = 1 << 20;
  private static final long POLL_MS = 250;
  private static final int POLLS_PER_WORD = 120;

  /** One object for all class loaders of this JVM, each of which may have loaded this class. */
  private static final String JVM_WIDE = MeasuringLock.class.getName().intern();

  private final FileChannel channel;
  private final FileLock lock;

  private MeasuringLock(FileChannel channel, FileLock lock) {
    this.channel = channel;
    this.lock = lock;
  }

  /**
   * Waits until nobody else measures.
   *
   * @param directory where the lock file lies, the same for all users of the machine
   * @param holder how others will name this measurement
   * @param waiting told whom this measurement waits for, at first and every half minute
   */
  static MeasuringLock acquire(Path directory, String holder, Consumer<String> waiting)
      throws InterruptedException {
    Path file = directory.resolve(NAME);
    try {
      FileChannel channel = open(file);
      for (int poll = 0; ; poll++) {
        FileLock lock = tryLock(channel);
        if (lock != null) {
          write(channel, holder);
          return new MeasuringLock(channel, lock);
        }
        if (poll % POLLS_PER_WORD == 0) {
          waiting.accept(read(channel));
        }
        // Where this is interrupted the channel stays open: see close().
        Thread.sleep(POLL_MS);
      }
    } catch (ClosedByInterruptException e) {
      // Reading a file closes it where the thread was interrupted before.
      Thread.interrupted();
      throw interrupted(e);
    } catch (IOException e) {
      throw new ProblemException(
          "lock-not-writable",
          "%s can't be opened: %s. It keeps two builds from measuring at once; expected a file that every user of this machine may write."
              .formatted(file, e.getMessage()),
          e);
    }
  }

  /** Who holds the lock, in words for those who wait for it. */
  static String holder(HostCommand command, Clock clock) {
    return "%s, process %d, since %s"
        .formatted(
            command.directory().getFileName(), ProcessHandle.current().pid(), clock.instant());
  }

  /**
   * Looks who measures, and takes the lock where nobody does. Nothing is created: without a file
   * nobody measures, and nobody can be kept from it.
   *
   * @param holder how others will name whoever asks
   */
  static Look look(Path directory, String holder) {
    Path file = directory.resolve(NAME);
    if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      return Files.isWritable(directory)
          ? new Look(new Lock(State.FREE, "", file.toString()), Optional.empty())
          : new Look(
              new Lock(State.UNUSABLE, directory + " can't be written", file.toString()),
              Optional.empty());
    }
    try {
      FileChannel channel = open(file);
      FileLock lock = tryLock(channel);
      if (lock == null) {
        // The channel stays open, as that of whoever waits: see close().
        return new Look(new Lock(State.HELD, read(channel), file.toString()), Optional.empty());
      }
      MeasuringLock taken = new MeasuringLock(channel, lock);
      return new Look(named(taken, holder, file), Optional.of(taken));
    } catch (IOException e) {
      return new Look(
          new Lock(State.UNUSABLE, String.valueOf(e.getMessage()), file.toString()),
          Optional.empty());
    }
  }

  private static Lock named(MeasuringLock taken, String holder, Path file) throws IOException {
    try {
      write(taken.channel, holder);
      return new Lock(State.FREE, "", file.toString());
    } catch (IOException e) {
      taken.close();
      throw e;
    }
  }

  /**
   * What a look at the lock showed.
   *
   * @param state who has it
   * @param taken the lock, where it was free; whoever looked frees it
   */
  record Look(Lock state, Optional<MeasuringLock> taken) implements AutoCloseable {
    @Override
    public void close() {
      taken.ifPresent(MeasuringLock::close);
    }
  }

  private static InterruptedException interrupted(ClosedByInterruptException cause) {
    InterruptedException interrupted = new InterruptedException();
    interrupted.initCause(cause);
    return interrupted;
  }

  private static FileChannel open(Path file) throws IOException {
    if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      create(file);
    }
    return FileChannel.open(
        file, Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS));
  }

  private static void create(Path file) throws IOException {
    try {
      Files.createFile(file);
      // The umask narrows attributes given at creation, so they are widened afterwards.
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));
    } catch (java.nio.file.FileAlreadyExistsException | UnsupportedOperationException e) {
      // Another build was faster, or the file system knows no such permissions.
      return;
    }
  }

  private static FileLock tryLock(FileChannel channel) throws IOException {
    synchronized (JVM_WIDE) {
      return tryLockAlone(channel);
    }
  }

  private static FileLock tryLockAlone(FileChannel channel) throws IOException {
    try {
      // Beyond the text: where locks are mandatory, others may still read who holds it.
      return channel.tryLock(LOCKED_BYTE, 1, false);
    } catch (OverlappingFileLockException e) {
      // Held by another thread of this JVM, as in a parallel reactor.
      return null;
    }
  }

  private static void write(FileChannel channel, String holder) throws IOException {
    channel.truncate(0);
    channel.write(ByteBuffer.wrap(holder.getBytes(StandardCharsets.UTF_8)), 0);
  }

  /** Any user may have written the file, so little of it is read and no control character kept. */
  private static String read(FileChannel channel) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(MOST_BYTES);
    channel.read(bytes, 0);
    String text = new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
    return text.replaceAll("\\p{Cntrl}", " ").strip();
  }

  /**
   * Frees the lock. POSIX drops all locks of a process on a file as soon as the process closes that
   * file through any descriptor: so nobody else in this JVM may take it in between, and whoever
   * only waited never closes the file.
   */
  @Override
  public void close() {
    try {
      synchronized (JVM_WIDE) {
        lock.release();
        channel.close();
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException("the measuring lock can't be freed", e);
    }
  }
}
