package dev.gnomon.archive.git;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads files of a repository through one git that stays, since starting one takes longer than
 * reading. It may be asked from several threads, and answers one after the other.
 */
final class Blobs implements AutoCloseable {
  /** A document of the largest size that is read at all. */
  private static final int LONGEST = 1 << 28;

  private static final int LONGEST_HEAD = 4096;
  private static final Pattern HEAD = Pattern.compile("[0-9a-f]{40,64} blob ([0-9]{1,9})");

  private final GitProcess git;
  private Process process;
  private InputStream from;
  private OutputStream to;
  private ExecutorService reader;

  Blobs(GitProcess git) {
    this.git = git;
  }

  /**
   * The bytes of one file.
   *
   * @param object {@code COMMIT:PATH} without a line break
   * @return empty where git does not give them: another command can say why
   */
  synchronized Optional<byte[]> read(String object) {
    if (object.indexOf('\n') >= 0) {
      throw new IllegalArgumentException("a line break in the name of an object");
    }
    try {
      if (process == null) {
        start();
      }
      return reader
          .submit(() -> ask(object))
          .get(GitProcess.PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      close();
      return Optional.empty();
    } catch (InterruptedException e) {
      close();
      throw GitProcess.interrupted(e);
    }
  }

  private void start() {
    process = git.start("cat-file", "--batch");
    from = new BufferedInputStream(process.getInputStream(), 1 << 16);
    to = process.getOutputStream();
    GitProcess.discard(process.getErrorStream());
    reader =
        Executors.newSingleThreadExecutor(
            task -> {
              Thread thread = new Thread(task, "gnomon-git-files");
              thread.setDaemon(true);
              return thread;
            });
  }

  private Optional<byte[]> ask(String object) throws IOException {
    to.write((object + "\n").getBytes(StandardCharsets.UTF_8));
    to.flush();
    Matcher head = HEAD.matcher(line());
    if (!head.matches()) {
      // "missing", or no file: only of a file is it known how much follows.
      throw new IOException(object + " is no file");
    }
    int size = Integer.parseInt(head.group(1));
    if (size > LONGEST) {
      throw new IOException(object + " has " + size + " bytes");
    }
    byte[] bytes = from.readNBytes(size);
    if (bytes.length < size || from.read() != '\n') {
      throw new EOFException(object);
    }
    return Optional.of(bytes);
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = from.read(); next != '\n'; next = from.read()) {
      if (next < 0 || line.length() == LONGEST_HEAD) {
        throw new EOFException("git ended");
      }
      line.append((char) next);
    }
    return line.toString();
  }

  /** Ends git; it is started again if need be. */
  @Override
  public synchronized void close() {
    if (process != null) {
      GitProcess.kill(process);
      reader.shutdownNow();
      process = null;
    }
  }
}
